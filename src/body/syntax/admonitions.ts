import { capitalise } from '../../text/capitalise.js';
import { aside } from './tag.js';

const open =
  /^([ \t]*)(:{3,})[ \t]*([A-Za-z][\w-]*)?[ \t]*(?:\[([^\]\n]*)\]|([^\n{]*))?(?:\{[^}\n]*\})?[ \t]*$/;

/** Replaces `:::note Title` … `:::`, and the alerts of GitHub (`> [!NOTE]`), by a remark beside the text. */
export function replaceAdmonitions(text: string): string {
  const alerts = text.replace(
    /^([ \t]*>[ \t]*)\[!(\w+)\][ \t]*$/gm,
    (_whole, quote: string, kind: string) => `${quote}**${titleOf(kind)}**\n${quote.trimEnd()}`,
  );
  return alerts.includes(':::') ? containers(alerts.split('\n')).join('\n') : alerts;
}

function containers(lines: readonly string[]): string[] {
  return new Containers(lines).write(0, lines.length, 0);
}

/** The most containers in each other; what is deeper stays as it is written. */
const deepest = 20;

class Containers {
  /** For each line that opens a container which is closed, the line that closes it. */
  private readonly ends = new Map<number, number>();

  constructor(private readonly lines: readonly string[]) {
    // A container ends with as many colons as it began with, and those within it end first.
    const open = new Map<number, number[]>();
    lines.forEach((line, index) => {
      const trimmed = line.trim();
      if (!trimmed.startsWith(':::')) return;
      const rest = trimmed.replace(/^:+/, '');
      const colons = trimmed.length - rest.length;
      const waiting = open.get(colons) ?? [];
      open.set(colons, waiting);
      if (rest.trim() !== '') waiting.push(index);
      else {
        const start = waiting.pop();
        if (start !== undefined) this.ends.set(start, index);
      }
    });
  }

  write(from: number, to: number, depth: number): string[] {
    const written: string[] = [];
    for (let index = from; index < to; index += 1) {
      const line = this.lines[index] ?? '';
      const end = this.ends.get(index);
      const [, , , name, bracketed, rest] =
        end === undefined ? [] : (open.exec(line.slice(0, longest)) ?? []);
      if (!name || end === undefined || end >= to || depth >= deepest) {
        written.push(line);
        continue;
      }
      const inner = this.write(index + 1, end, depth + 1).join('\n');
      written.push(...container(name, (bracketed ?? rest ?? '').trim(), inner).split('\n'));
      index = end;
    }
    return written;
  }
}

/** The most characters of a line that opens a container. */
const longest = 300;

function container(name: string, title: string, inner: string): string {
  if (/^(code-group|raw|tabs?|cards?|steps)$/.test(name)) return inner;
  if (name !== 'details') return aside(title || titleOf(name), inner);
  return `\n<details>\n<summary>${title || 'Details'}</summary>\n\n${inner.trim()}\n\n</details>\n`;
}

function titleOf(kind: string): string {
  return capitalise(kind.toLowerCase());
}
