/** Words that stand for something else than themselves, in the core schema of YAML 1.2 (section 10.3.2). */
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, boolean] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, boolean] => [word, false]),
]);

const field = /^([A-Za-z][\w-]*):(?: +(\S.*))?$/;
const entry = /^( *)- +(\S.*)$/;
/** A text that begins as nothing else in YAML does, and has nothing in it that could end it. */
const text = /^[\p{L}\p{N}/(.+=«“„№](?:[^:#]|:(?=\S)|(?<=\S)#)*$/u;
const textInList = /^[\p{L}\p{N}/(.+=«“„№][^[\]{}:#,"']*$/u;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** What is white space or a line's end to some readers of YAML, and not to others. */
const doubtful = /[\t\r\u0085\u00a0\u2028\u2029\ufeff]/;

/**
 * Reads the YAML that most front matter is made of: a field a line, its value a text, a word, or a list in one line or in
 * several; comments in lines of their own. Everything else is left to the YAML parser, which gives the same for what is
 * read here, and takes many times as long.
 *
 * @param block lines between the fences
 * @returns the fields, numbers and dates as text; nothing where there is more to the block
 */
export function readPlainYaml(block: string): Record<string, unknown> | undefined {
  if (doubtful.test(block)) return undefined;
  const fields: Record<string, unknown> = {};
  /** The list that the lines belong to, where the last field has its value below it. */
  let list: { name: string; indent: string | undefined; entries: unknown[] } | undefined;
  for (const line of block.split('\n')) {
    const written = line.trimEnd();
    if (written === '' || written.startsWith('#')) continue;
    const [, name, value] = field.exec(written) ?? [];
    if (name === undefined) {
      const [, indent, item] = entry.exec(written) ?? [];
      const read = item === undefined ? undefined : scalarOf(item, text);
      if (!list || read === undefined || (list.indent ?? indent) !== indent) return undefined;
      list.indent = indent;
      list.entries.push(read);
      fields[list.name] = list.entries;
    } else {
      const read = value === undefined ? null : valueIn(value);
      if (read === undefined || Object.hasOwn(fields, name) || words.has(name)) return undefined;
      fields[name] = read;
      list = value === undefined ? { name, indent: undefined, entries: [] } : undefined;
    }
  }
  return fields;
}

function valueIn(written: string): unknown {
  if (!written.startsWith('[')) return scalarOf(written, text);
  if (!written.endsWith(']')) return undefined;
  const inside = written.slice(1, -1).trim();
  if (inside === '') return [];
  const entries = inside.split(',').map((part) => scalarOf(part.trim(), textInList));
  return entries.includes(undefined) ? undefined : entries;
}

function scalarOf(written: string, plain: RegExp): string | boolean | null | undefined {
  const word = words.get(written);
  if (word !== undefined) return word;
  const [whole, double, single] = quoted.exec(written) ?? [];
  if (whole !== undefined) return detached(double ?? single ?? '');
  return plain.test(written) && !written.endsWith(':') ? detached(written) : undefined;
}

/** The same text, as a copy: V8 keeps all of a text for a part that was cut out of it. */
function detached(part: string): string {
  return ` ${part}`.slice(1);
}
