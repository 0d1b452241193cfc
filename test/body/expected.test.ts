/**
 * Bodies as subscribers have to get them: each `expected/TOOL/NAME.md` beside a `NAME.html`, which a person read and
 * nothing writes. Its first line is the summary of the article, the rest its HTML.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { itemsOf } from '../support/published.js';
import { buildFiles } from '../support/site-folder.js';

const test = suite('whole bodies');
const folder = fileURLToPath(new URL('expected', import.meta.url));
/** The tools whose templates the articles are written in. */
const presets = {
  plain: undefined,
  mdx: undefined,
  hugo: 'hugo',
  zola: 'zola',
  liquid: 'jekyll',
  vue: 'vitepress',
  mdc: 'nuxt',
  python: 'pelican',
  quarto: 'quarto',
  hexo: 'hexo',
} as const;

for (const [tool, preset] of Object.entries(presets)) {
  const names = readdirSync(join(folder, tool));
  const files = Object.fromEntries(
    names
      .filter((name) => extname(name) !== '.html')
      .map((name) => [name, readFileSync(join(folder, tool, name), 'utf8')]),
  );

  test(`${tool}: every body and its summary, byte for byte`, async () => {
    const report = await buildFiles(files, {
      preset,
      permalink: '/blog/:slug/',
      html: { frames: ['player.example.com'] },
      cache: false,
    });
    assert.ok(report.ok, JSON.stringify(report.diagnostics));
    const items = itemsOf(report);
    assert.is(items.length, Object.keys(files).length);
    for (const { title, summary, content_html } of items) {
      const name = String(title).toLowerCase().replaceAll(' ', '-');
      const expected = readFileSync(join(folder, tool, `${name}.html`), 'utf8');
      assert.is(`${summary ?? ''}\n${content_html}\n`, expected, name);
    }
  });
}

test.run();
