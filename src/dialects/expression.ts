import { slugify } from '../language/slug.js';
import { two } from '../language/zoned-time.js';

/** What an expression may name, by its path: `page.fileSlug`, `site.baseurl`. */
export type Variables = Readonly<Record<string, string | Date | undefined>>;

type Value = string | Date;
type Filter = (value: Value, argument: string) => Value;

const same: Filter = (value) => value;
const text = (change: (value: string, argument: string) => string): Filter => {
  return (value, argument) => change(asText(value), argument);
};

/** The filters of Liquid and Nunjucks that addresses and short texts are made with. */
const filters: Readonly<Record<string, Filter>> = {
  slug: text(slugify),
  slugify: text(slugify),
  url: same,
  relative_url: same,
  absolute_url: same,
  safe: same,
  raw: same,
  escape: same,
  htmlBaseUrl: same,
  downcase: text((value) => value.toLowerCase()),
  lower: text((value) => value.toLowerCase()),
  upcase: text((value) => value.toUpperCase()),
  upper: text((value) => value.toUpperCase()),
  strip: text((value) => value.trim()),
  trim: text((value) => value.trim()),
  append: text((value, argument) => value + argument),
  prepend: text((value, argument) => argument + value),
  date: (value, argument) => (value instanceof Date ? strftime(value, argument) : value),
};

/**
 * What `site.baseurl`, `"/about/" | relative_url` or `page.date | date: "%Y/%m"` stand for.
 *
 * @param expression between the braces of Liquid or Nunjucks
 * @returns nothing where it names what is not known, or does more than that
 */
export function evaluate(expression: string, variables: Variables): string | undefined {
  const [first = '', ...pipes] = expression.split(/\|(?=\s*[A-Za-z_])/).map((part) => part.trim());
  let value: Value | undefined =
    literal(first) ?? (Object.hasOwn(variables, first) ? variables[first] : undefined);
  for (const pipe of pipes) {
    const [, name = '', rest = ''] = /^(\w+)\b([^)]*)\)?$/.exec(pipe) ?? [];
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (value === undefined || !filter) return undefined;
    value = filter(value, literal(rest.trim().replace(/^[:(]/, '').trim()) ?? '');
  }
  return value === undefined ? undefined : asText(value);
}

/** A text or a number as it is written in an expression. */
function literal(written: string): string | undefined {
  const [, , quoted] = /^(["'])(.*)\1$/s.exec(written) ?? [];
  return quoted ?? (/^\d+$/.test(written) ? written : undefined);
}

function asText(value: Value): string {
  return value instanceof Date ? value.toISOString() : value;
}

/** The letters of dates that stand in addresses; the date is read in UTC, as it was made. */
function strftime(date: Date, form: string): string {
  const parts: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    H: two(date.getUTCHours()),
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
  };
  return form.replace(/%-?([A-Za-z])/g, (whole, letter: string) => parts[letter] ?? whole);
}
