import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { generatedDocs } from '../scripts/generated-docs.js';
import { article, buildFiles } from './support/site-folder.js';

const test = suite('the documentation');
const project = fileURLToPath(new URL('..', import.meta.url));
const page = (path: string) => readFileSync(project + path, 'utf8');

/** The code blocks of a page in one language. */
function codeBlocks(path: string, language: string): string[] {
  const blocks = page(path).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].filter(([, name]) => name === language).map(([, , code = '']) => code);
}

test('pages that are made from the code are up to date', () => {
  for (const [path, text] of Object.entries(generatedDocs())) {
    assert.ok(page(path) === text, `${path} is old; run npm run docs`);
  }
});

for (const path of ['README.md', 'docs/settings.md', 'docs/pages.md', 'docs/low-vision.md']) {
  test(`the settings that ${path} shows work`, async () => {
    const blocks = codeBlocks(path, 'yaml');
    assert.ok(blocks.length > 0);
    for (const block of blocks) {
      const files = {
        'a.md': article({ title: 'A', date: '2021-01-02', section: 'Health' }),
        '../site.css': codeBlocks('docs/pages.md', 'css')[0] ?? '',
        '../templates/article.ts': codeBlocks('docs/pages.md', 'ts')[0] ?? '',
      };
      const report = await buildFiles(files, parse(block));
      assert.ok(report.ok);
    }
  });
}

test.run();
