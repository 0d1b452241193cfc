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
  const written: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, , colons = '', name, bracketed, rest] = open.exec(line) ?? [];
    const end = name ? endOf(lines, index, colons.length) : -1;
    if (!name || end === -1) {
      written.push(line);
      continue;
    }
    const inner = containers(lines.slice(index + 1, end)).join('\n');
    const title = (bracketed ?? rest ?? '').trim();
    written.push(...container(name, title, inner).split('\n'));
    index = end;
  }
  return written;
}

function container(name: string, title: string, inner: string): string {
  if (/^(code-group|raw|tabs?|cards?|steps)$/.test(name)) return inner;
  if (name !== 'details') return aside(title || titleOf(name), inner);
  return `\n<details>\n<summary>${title || 'Details'}</summary>\n\n${inner.trim()}\n\n</details>\n`;
}

/** The line that closes a container; one inside of it may be of as many colons, and ends first. */
function endOf(lines: readonly string[], start: number, colons: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index += 1) {
    const [, marks = '', rest = ''] = /^[ \t]*(:{3,})[ \t]*(.*)$/.exec(lines[index] ?? '') ?? [];
    if (marks.length < 3 || (index > start && marks.length !== colons)) continue;
    depth += rest === '' ? -1 : 1;
    if (depth === 0) return index;
  }
  return -1;
}

function titleOf(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
}
