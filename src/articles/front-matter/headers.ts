/** The headers of a file, and where its text begins. */
export interface Headers {
  fields: Readonly<Record<string, string>>;
  /** Index of the first character of the text, and its line. */
  bodyOffset: number;
  bodyLine: number;
}

/** The most lines of headers, and the most characters of them. */
const mostLines = 200;
const longest = 50_000;

/**
 * Reads `Key: value` lines at the very top of a file, as the meta-data extension of Python-Markdown does: up to the first
 * blank line, and lines that are indented by four go on with the value above.
 *
 * @param text the file, with LF line ends
 * @returns nothing where the file does not begin with such a line
 */
export function readHeaders(text: string): Headers | undefined {
  const fields: Record<string, string> = {};
  let name = '';
  let from = 0;
  for (let line = 1; line <= mostLines && from < longest; line += 1) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    const written = text.slice(from, to).trimEnd();
    const [, key, value = ''] = /^ {0,3}([A-Za-z][\w-]*):(?=\s|$)(.*)$/.exec(written) ?? [];
    if (key) {
      name = key;
      if (!Object.hasOwn(fields, name)) fields[name] = value.trim();
    } else if (name && /^(?: {4}|\t)\s*\S/.test(written)) fields[name] += ` ${written.trim()}`;
    else {
      const isBlank = written === '';
      return name
        ? {
            fields,
            bodyOffset: isBlank ? Math.min(to + 1, text.length) : from,
            bodyLine: isBlank ? line + 1 : line,
          }
        : undefined;
    }
    from = to + 1;
    if (end === -1) return { fields, bodyOffset: text.length, bodyLine: line + 1 };
  }
  return undefined;
}
