/**
 * Documents with everything that is read of their format, each in a folder of `expected/` beside the `articles` that they
 * have to become, byte for byte: read by a person, and written by nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importArticles } from '../../src/import/import-articles.js';
import { filesIn } from '../attacks/attack.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('whole imports');
const folder = fileURLToPath(new URL('expected', import.meta.url));

const leftOut: Record<string, { title: string; reason: string }[]> = {
  wordpress: [
    { title: 'Revision', reason: 'inherit' },
    { title: 'Auto', reason: 'auto-draft' },
    { title: 'Menu', reason: 'nav_menu_item' },
    { title: 'Secret', reason: 'protected by a password' },
  ],
};

for (const name of readdirSync(folder)) {
  test(`${name} becomes the articles that it has to`, async () => {
    const source = join(folder, name);
    const [document = ''] = readdirSync(source).filter((file) => file !== 'articles');
    const articles = folderWith({});
    const report = await importArticles({ from: document, cwd: source, articles, language: 'en' });
    assert.equal(report.leftOut, leftOut[name] ?? []);
    const expected = filesIn(join(source, 'articles')).sort();
    assert.equal([...report.written].sort(), expected);
    for (const path of expected) {
      const wanted = readFileSync(join(source, 'articles', path), 'utf8');
      assert.is(readFileSync(join(articles, path), 'utf8'), wanted, path);
    }
  });
}

test.run();
