import { escapeHtml } from '../../text/escape-html.js';
import { meaningOf, readValues, type SyntaxContext } from './tag.js';

/** A line that opens or closes a component: `::note{title="a"}`, `:::tabs-item`, `::`. */
const fence = /^([ \t]*)(:{2,})([A-Za-z][\w-]*)?(?:\[([^\]\n]*)\])?(?:\{([^}\n]*)\})?[ \t]*$/;
/** `:icon{name="a"}`, `:kbd[ctrl]`. */
const inline = /(^|[^:\w])(:[A-Za-z][\w-]{0,40})(?:\[([^[\]{}\n]{0,300})\])?\{([^{}\n]{0,500})\}/gm;

/** Replaces the components of Nuxt's Markdown (MDC) by what they mean, or by what is inside of them. */
export function replaceMdc(text: string, context: SyntaxContext): string {
  const written = blocks(text.split('\n'), context, 0).join('\n');
  return written.replace(inline, (_whole, before: string, name: string, inner = '', values: string) => {
    const { named } = readValues(values);
    const { src, alt = '' } = named;
    if (/img$/i.test(name) && src) return `${before}<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
    const label = inner || named.label || named.value || '';
    const to = named.to ?? named.href;
    return before + (to && label ? `<a href="${escapeHtml(to)}">${escapeHtml(label)}</a>` : label);
  });
}

/** The most components in each other. */
const deepest = 20;

function blocks(lines: readonly string[], context: SyntaxContext, depth: number): string[] {
  const written: string[] = [];
  const ends = new Ends(lines);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, , colons = '', name, label = '', values = ''] = fence.exec(line.slice(0, 1000)) ?? [];
    const end = name && depth < deepest ? ends.after(index, colons) : -1;
    const length = end === -1 ? -1 : end - index - 1;
    if (!name || (length === -1 && depth >= deepest)) {
      written.push(line);
      continue;
    }
    const { inner, props } = takeProps(lines.slice(index + 1, index + 1 + Math.max(0, length)));
    const indent = Math.min(
      ...inner.filter((each) => each.trim()).map((each) => each.length - each.trimStart().length),
    );
    const shown = inner.map((each) =>
      each.slice(Number.isFinite(indent) ? indent : 0).replace(/^#(\w+)[ \t]*$/, ''),
    );
    const text = blocks(shown, context, depth + 1).join('\n') || label;
    written.push(...component(name, values, props, text, context).split('\n'));
    index += length === -1 ? 0 : length + 1;
  }
  return written;
}

/** Where lines of colons stand alone; asked from the first line to the last, each is looked for once. */
class Ends {
  private readonly places = new Map<string, number[]>();

  constructor(lines: readonly string[]) {
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      const line = lines[index]?.trim() ?? '';
      if (!/^:{2,}$/.test(line)) continue;
      const known = this.places.get(line);
      if (known) known.push(index);
      else this.places.set(line, [index]);
    }
  }

  after(index: number, colons: string): number {
    const places = this.places.get(colons) ?? [];
    while ((places.at(-1) ?? Number.POSITIVE_INFINITY) <= index) places.pop();
    return places.at(-1) ?? -1;
  }
}

/** A component may begin with front matter of its own, which says what others say in braces. */
function takeProps(lines: readonly string[]): { inner: readonly string[]; props: Record<string, string> } {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trim() !== '---') return { inner: lines, props: {} };
  const end = lines.findIndex((line, index) => index > first && line.trim() === '---');
  if (end === -1) return { inner: lines, props: {} };
  const entries = lines.slice(first + 1, end).map((line) => /^\s*([\w-]+):\s(.*)$/.exec(line));
  const props = entries.flatMap((entry) => {
    const [, name = '', value = ''] = entry ?? [];
    return name ? [[name, value.trim().replace(/^(["'])(.*)\1$/, '$2')] as const] : [];
  });
  return { inner: lines.slice(end + 1), props: Object.fromEntries(props) };
}

function component(
  name: string,
  written: string,
  props: Readonly<Record<string, string>>,
  inner: string,
  context: SyntaxContext,
): string {
  const { values, named: inBraces } = readValues(written.replace(/(^|\s):(?=\w)/g, '$1'));
  const named = { ...props, ...inBraces };
  const to = named.to ?? named.href;
  if (/^(read-more|nuxt-link|u-button|button|card)$/.test(name) && to) {
    const label = named.title ?? named.label;
    if (label === undefined && inner.trim()) return `\n\n[${inner.trim()}](<${to}>)\n\n`;
    return `\n<p><a href="${escapeHtml(to)}">${escapeHtml(label ?? to)}</a></p>\n`;
  }
  if (name === 'video' || name === 'nuxt-img' || name === 'img') {
    const src = named.src ?? /:source\{[^{}]*?src="([^"{}]+)"/.exec(inner)?.[1] ?? named.poster;
    const isVideo = name === 'video';
    if (src)
      return isVideo
        ? `\n<p><a href="${escapeHtml(src)}">${escapeHtml(src)}</a></p>\n`
        : `\n<img src="${escapeHtml(src)}" alt="${escapeHtml(named.alt ?? '')}">\n`;
  }
  return meaningOf({ name, values, named, inner, written: `::${name}` }, context);
}
