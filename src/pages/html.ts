import { escapeHtml } from '../text/escape-html.js';

/** Marks {@link Html} of every copy of this module: a template that was loaded on its own has another class. */
const mark = Symbol.for('feedwright.Html');

/** A piece of HTML that may stand in a page as it is. */
export class Html {
  readonly [mark] = true;

  constructor(readonly text: string) {}

  static is(value: unknown): value is Html {
    return typeof value === 'object' && value !== null && mark in value;
  }
}

type Value = Html | string | number | undefined | false | readonly Value[];

/**
 * Writes HTML: every value in it is escaped, unless it is {@link Html} itself. Lists are written one after another;
 * `undefined` and `false` write nothing.
 *
 * @example html`<h1>${title}</h1>`
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += write(value) + (strings[index + 1] ?? '');
  });
  return new Html(text);
}

function write(value: Value): string {
  if (Html.is(value)) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  if (value === undefined || value === false) return '';
  return escapeHtml(String(value));
}
