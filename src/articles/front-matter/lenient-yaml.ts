/** The beginning of a value in quotes or brackets, behind the name of a field or the dash of an entry. */
const opening = /^( *)(?:- +)*(?:[\w-]+ *: +)?["'[{]/;

/**
 * Indents the lines that go on with a text in quotes, or with a list in brackets, from the line before. YAML wants that
 * (1.2.2, 7.3 and 7.4); libyaml, and with it Hugo and Jekyll, take such lines without. The value stays the same, since
 * the beginning of such a line is no part of it.
 *
 * @returns the text with as many lines as before; nothing where a quote or a bracket is never closed
 */
export function indentContinuations(yaml: string): string | undefined {
  const lines = yaml.split('\n');
  const written: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    written.push(line);
    const [start, indent = ''] = opening.exec(line) ?? [];
    if (start === undefined) continue;
    const value = new FlowValue();
    value.read(line.slice(start.length - 1));
    while (value.isOpen) {
      index += 1;
      const next = lines[index];
      if (next === undefined) return undefined;
      value.read(next);
      written.push(next.trim() === '' ? next : `${indent} ${next}`);
    }
  }
  return written.join('\n');
}

/** A value of YAML that is told apart by its quotes and brackets, read line by line. */
class FlowValue {
  private quote = '';
  private depth = 0;
  private hasBegun = false;

  /** Whether it goes on in the next line. */
  get isOpen(): boolean {
    return this.quote !== '' || this.depth > 0;
  }

  read(line: string): void {
    for (let at = 0; at < line.length && (this.isOpen || !this.hasBegun); at += 1) {
      this.hasBegun = true;
      const character = line[at] ?? '';
      if (this.quote === '"' && character === '\\') at += 1;
      else if (this.quote === "'" && character === "'" && line[at + 1] === "'") at += 1;
      else if (this.quote) this.quote = character === this.quote ? '' : this.quote;
      else if (character === '"' || character === "'") this.quote = character;
      else if (character === '[' || character === '{') this.depth += 1;
      else if (character === ']' || character === '}') this.depth -= 1;
    }
  }
}
