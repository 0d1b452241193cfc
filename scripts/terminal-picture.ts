import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeHtml } from '../src/text/escape-html.js';

/** What a build of the sample prints with a mistake in an article, and without it, as a page that looks like a terminal. */
export function terminalPage(project: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-terminal-'));
  try {
    for (const path of ['articles', 'feedwright.config.yaml'])
      cpSync(join(project, path), join(folder, path), { recursive: true });
    const wrong = join(folder, 'articles/harvest-festival.md');
    writeFileSync(wrong, '---\ntitle: Harvest festival\ndate: 32.09.2021\n---\n\nMusic and apples.\n');
    const failed = build(project, folder);
    rmSync(wrong);
    const built = build(project, folder);
    return `<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #16191f; color: #e6e8ec; font: 15px/1.45 ui-monospace, "DejaVu Sans Mono", monospace }
pre { margin: 0; padding: 24px 28px; white-space: pre-wrap; font: inherit }
b, .c1 { font-weight: 700 } .c2 { opacity: .65 } .c31 { color: #ff8f85 } .c32 { color: #8fd694 } .c33 { color: #f2c55c } .c36 { color: #82c7e0 }
</style><pre>${[failed, built].map((text) => `<b>$ npx feedwright build</b>\n${text}`).join('\n')}</pre>`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function build(project: string, cwd: string): string {
  const { CI: _, NO_COLOR: __, ...env } = process.env;
  const { stdout } = spawnSync(
    'sh',
    ['-c', 'exec "$0" "$1" build 2>&1', process.execPath, join(project, 'lib/cli.js')],
    {
      cwd,
      encoding: 'utf8',
      env: { ...env, FORCE_COLOR: '1' },
    },
  );
  return htmlOf(stdout);
}

/** Select Graphic Rendition (ECMA-48, 8.3.117) as elements: bold, and a class for each other number. */
function htmlOf(text: string): string {
  const [first = '', ...rest] = text.split(String.fromCharCode(27));
  let open = 0;
  const parts = rest.map((part) => {
    const [, code = '', shown = ''] = /^\[(\d+)m([\s\S]*)$/.exec(part) ?? [];
    const isEnd = ['0', '22', '39'].includes(code);
    open += isEnd ? -1 : 1;
    return (isEnd ? '</span>' : `<span class="c${code}">`) + escapeHtml(shown);
  });
  return escapeHtml(first) + parts.join('') + '</span>'.repeat(Math.max(0, open));
}
