/**
 * Whole documents as they have to be, one for each format and kind of item: read by a person against the specifications,
 * and compared byte for byte. Each folder of `expected/` is a site, with the documents in `published/`; nothing writes
 * them. Only the version of feedwright is filled in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../src/index.js';
import { filesIn } from './attacks/attack.js';
import { folderWith, now } from './support/site-folder.js';

const test = suite('whole documents');
const folder = fileURLToPath(new URL('expected', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

for (const name of readdirSync(folder)) {
  test(`${name} is published as it has to be`, async () => {
    const site = join(folder, name);
    const out = join(folderWith({}), 'dist');
    const report = await build({ cwd: site, out, now, cache: false, verify: true });
    assert.ok(report.ok, JSON.stringify(report.diagnostics));
    const expected = filesIn(join(site, 'published'));
    assert.ok(expected.length > 0);
    for (const path of expected) {
      const wanted = readFileSync(join(site, 'published', path), 'utf8').replaceAll('VERSION', version);
      assert.is(readFileSync(join(out, path), 'utf8'), wanted, path);
    }
  });
}

test.run();
