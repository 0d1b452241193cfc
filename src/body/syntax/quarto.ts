/** `{.callout-tip title="Mind"}`, `callout-tip`, `{.column-margin}`: what opens a div. */
const opening = /^(?:\{([^{}]*)\}|([\w-]+))$/;

/** Writes Quarto's callouts as other tools write remarks; of every other div the text stays. */
export function replaceDivs(text: string): string {
  return text.split('\n').map(replaceDiv).join('\n');
}

function replaceDiv(line: string): string {
  const at = line.indexOf(':::');
  if (at === -1 || line.length > 500 || line.slice(0, at).trim() !== '') return line;
  const rest = line.slice(at).replace(/^:+/, '');
  const [, list = '', name = ''] = opening.exec(rest.trim()) ?? [];
  if (list === '' && name === '') return line;
  const colons = line.slice(0, line.length - rest.length);
  const [, kind] = /callout-(\w+)/.exec(list || name) ?? [];
  const [, title = ''] = /title="([^"]*)"/.exec(list) ?? [];
  return kind ? `${colons}${kind} ${title}`.trimEnd() : `${colons}raw`;
}
