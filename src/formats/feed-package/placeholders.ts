import { rfc822, rfc3339, type Timestamp } from '../../language/timestamp.js';
import { cdata, escapeXml, jsonText } from '../../text/escape-xml.js';

const placeholderAddress = 'placeholder:';
/** A moment that stands for another one: a thousand years from now, a second for each placeholder. */
const placeholderMoment = Date.UTC(3021, 0, 1);

/** A moment that stands for another one, and is told from others at once. */
class PlaceholderMoment extends Date {
  constructor(private readonly placeholder: number) {
    super(placeholderMoment + placeholder * 1000);
  }

  override toJSON(): string {
    return String(this.placeholder);
  }
}

/** A value that waits for its place in a document, and what it is. */
type Value = { text: string } | { html: string } | { moment: Timestamp };

/** How a value is written where it stands. */
type Writing = (value: Value) => string;

/** What `feed` wrote around the values of a document: pieces, and the value between each two of them. */
interface Template {
  pieces: readonly string[];
  fillings: readonly { placeholder: number; write: Writing }[];
}

const nothing: Template['fillings'][number] = { placeholder: -1, write: () => '' };

/** How a format finds placeholders in what was written, and how it writes the values in their places. */
interface Notation {
  /** Finds a placeholder for a text: its number, and `cdata` where it stands in such a section. */
  pattern: RegExp;
  text(value: string): string;
  /** @param value without characters that XML does not allow */
  html(value: string, isCdata: boolean): string;
}

const xml: Notation = {
  pattern: /<!\[CDATA\[placeholder:(?<cdata>\d+)\]\]>|placeholder:(?<plain>\d+)/g,
  text: escapeXml,
  html: (value, isCdata) => (isCdata ? cdata(value) : escapeXml(value)),
};

const json: Notation = {
  pattern: /"placeholder:(?<plain>\d+)"/g,
  text: jsonText,
  html: (value) => JSON.stringify(value),
};

/**
 * Keeps texts out of the hands of the `feed` package.
 *
 * It builds the structure of a document, but escapes in a different and sometimes wrong way in each place: attributes,
 * text, CDATA and addresses, which it also normalises. So it is given a placeholder for each value, an address or a moment that
 * comes through all of its paths unchanged, and the values are put in afterwards, each escaped for where it stands.
 * What an article says can therefore never become markup.
 */
export class Placeholders {
  private readonly values: Value[] = [];

  private constructor(private readonly notation: Notation) {}

  static forXml(): Placeholders {
    return new Placeholders(xml);
  }

  static forJson(): Placeholders {
    return new Placeholders(json);
  }

  /** A placeholder for plain text or an address, in an element, an attribute or a member. */
  text(text: string): string {
    return placeholderAddress + this.add({ text });
  }

  /** A placeholder for HTML, which stays readable in a CDATA section where it stands in one. */
  html(html: string): string {
    return placeholderAddress + this.add({ html });
  }

  /** A placeholder for a moment, written by its own clock in the form that `feed` uses there. */
  moment(moment: Timestamp): Date {
    return new PlaceholderMoment(this.add({ moment }));
  }

  /** The document with every placeholder filled. */
  fill(written: string): string {
    return this.fillTemplate(this.template(written));
  }

  fillTemplate({ pieces, fillings }: Template): string {
    let text = pieces[0] ?? '';
    for (let index = 0; index < fillings.length; index += 1) {
      const { placeholder, write } = fillings[index] ?? nothing;
      const value = this.values[placeholder];
      if (!value) throw new Error('A document has a placeholder that nothing was put into.');
      text += write(value) + (pieces[index + 1] ?? '');
    }
    return text;
  }

  /** What stands between the values; another document of this shape has the same. */
  template(written: string): Template {
    return templateOf(written, this.notation, this.values.length);
  }

  private add(value: Value): number {
    this.values.push(value);
    return this.values.length - 1;
  }
}

/** The most shapes that are remembered: sites have a few dozen. */
const mostShapes = 1000;

/**
 * What `feed` writes of items depends, but for their values, on their shape alone: which fields they have, and how many
 * of each. So it is asked once for each shape.
 */
export class Shapes {
  private readonly templates = new Map<string, Template>();

  /**
   * The text of an item.
   *
   * @param shape everything that decides what is written, with placeholders for the values
   * @param placeholders that the values are in
   * @param write the text with placeholders, as `feed` gives it
   */
  render<Shape>(shape: Shape, placeholders: Placeholders, write: (shape: Shape) => string): string {
    const key = JSON.stringify(shape);
    let template = this.templates.get(key);
    if (!template) {
      if (this.templates.size === mostShapes) this.templates.clear();
      template = placeholders.template(write(shape));
      this.templates.set(key, template);
    }
    return placeholders.fillTemplate(template);
  }
}

function templateOf(written: string, notation: Notation, placeholders: number): Template {
  const moments = momentsIn(written, placeholders);
  const found = [...written.matchAll(notation.pattern)].map(({ 0: match, index, groups }) => {
    const isCdata = groups?.cdata !== undefined;
    const write: Writing = (value) => {
      if ('moment' in value) throw new Error('A moment stands where a text belongs.');
      return 'html' in value ? notation.html(value.html, isCdata) : notation.text(value.text);
    };
    return { at: index, length: match.length, placeholder: Number(groups?.cdata ?? groups?.plain), write };
  });
  const all = [...found, ...moments].sort((a, b) => a.at - b.at);
  const pieces: string[] = [];
  let from = 0;
  for (const { at, length } of all) {
    pieces.push(written.slice(from, at));
    from = at + length;
  }
  return { pieces: [...pieces, written.slice(from)], fillings: all };
}

/** The two ways in which `feed` writes moments: as RSS wants them (RFC 822), and as the others do (RFC 3339). */
const momentForms = [
  { written: (moment: Date) => moment.toUTCString(), form: rfc822 },
  { written: (moment: Date) => moment.toISOString(), form: rfc3339 },
];

function momentsIn(written: string, placeholders: number) {
  const found: { at: number; length: number; placeholder: number; write: Writing }[] = [];
  for (let placeholder = 0; placeholder < placeholders; placeholder += 1) {
    for (const { written: writtenAs, form } of momentForms) {
      const text = writtenAs(new PlaceholderMoment(placeholder));
      const write: Writing = (value) => {
        if (!('moment' in value)) throw new Error('A text stands where a moment belongs.');
        return form(value.moment);
      };
      for (let at = written.indexOf(text); at !== -1; at = written.indexOf(text, at + 1)) {
        found.push({ at, length: text.length, placeholder, write });
      }
    }
  }
  return found;
}
