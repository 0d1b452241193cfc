/** The test of change of docs/architecture.md: each is made in a copy of the source, and shown to work there. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { architectureChanges } from './support/architecture-changes.js';
import { compile } from './support/compile.js';
import { folderWith } from './support/site-folder.js';

const test = suite('the test of change');
const project = fileURLToPath(new URL('..', import.meta.url));

for (const { what, files, proof } of architectureChanges) {
  test(`${what} touches ${Object.keys(files).length}`, async () => {
    const copy = folderWith({ 'proof.ts': proof });
    for (const name of ['src', 'package.json'])
      cpSync(join(project, name), join(copy, name), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
    for (const [path, change] of Object.entries(files)) {
      const file = join(copy, 'src', path);
      if (typeof change === 'string') writeFileSync(file, change, { flag: 'wx' });
      else {
        const text = readFileSync(file, 'utf8');
        assert.is(text.split(change.find).length, 2, `${path} has it once`);
        writeFileSync(
          file,
          text.replace(change.find, () => change.replace),
        );
      }
    }
    await compile(copy, ['proof.ts', 'src/cli.ts'], join(copy, 'compiled'));
    execFileSync(process.execPath, ['compiled/proof.js'], { cwd: copy, stdio: 'pipe' });
  });
}

test.run();
