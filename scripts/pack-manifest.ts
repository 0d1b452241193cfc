/**
 * Keeps what only development needs out of the package.json of a package: `before` it is packed (prepack), and puts the
 * whole one back `after` that (postpack). npm warns of packages with scripts that it could run when they are installed.
 */
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const original = 'package.json.original';
const [step] = process.argv.slice(2);

if (step === 'before') {
  // One that is there already is of a run that was interrupted, and whole.
  if (!existsSync(original)) copyFileSync('package.json', original);
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(original, 'utf8')));
  const { scripts: _, devDependencies: __, ...packed } = manifest;
  writeFileSync('package.json', `${JSON.stringify(packed, null, 2)}\n`);
} else if (existsSync(original)) {
  renameSync(original, 'package.json');
}
