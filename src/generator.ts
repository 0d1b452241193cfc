import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Generator } from './formats/format.js';
import { packageFile } from './package-files.js';

const { name, version, homepage } = z
  .object({ name: z.string(), version: z.string(), homepage: z.string() })
  .parse(JSON.parse(readFileSync(packageFile('package.json'), 'utf8')));

/** Name, version and address of this program, as documents and `--version` tell them. */
export const generator: Generator = { name, version, url: homepage };
