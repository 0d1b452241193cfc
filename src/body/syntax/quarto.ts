/** `{.callout-tip title="Mind"}`, `callout-tip`, `{.column-margin}`: what opens a div. */
const opening = /^(?:\{([^{}]*)\}|([\w-]+))$/;

/** The most divs in each other. */
const deepest = 20;

/**
 * Writes Quarto's callouts as other tools write remarks; of every other div the text stays. Any three colons end the div
 * that was opened last (Pandoc, "Divs and Spans"), while remarks of others are told apart by their colons.
 */
export function replaceDivs(text: string): string {
  const open: string[] = [];
  return text
    .split('\n')
    .map((line) => {
      const at = line.indexOf(':::');
      if (at === -1 || line.length > 500 || line.slice(0, at).trim() !== '') return line;
      const rest = line.slice(at).replace(/^:+/, '').trim();
      if (rest === '') return open.pop() ?? line;
      const found = opening.exec(rest);
      if (!found || open.length >= deepest) return line;
      const colons = line.slice(0, at) + ':'.repeat(3 + deepest - open.length);
      open.push(colons);
      return colons + remarkOf(found[1] ?? '', found[2] ?? '');
    })
    .join('\n');
}

function remarkOf(list: string, name: string): string {
  const [, kind] = /callout-(\w+)/.exec(list || name) ?? [];
  const [, title = ''] = /title="([^"]*)"/.exec(list) ?? [];
  return kind ? `${kind} ${title}`.trimEnd() : 'raw';
}
