import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { packageFile } from './package-files.js';

/** The program that made a document. */
export interface Generator {
  name: string;
  version: string;
  url: string;
}

const { name, version, homepage } = z
  .object({ name: z.string(), version: z.string(), homepage: z.string() })
  .parse(JSON.parse(readFileSync(packageFile('package.json'), 'utf8')));

/** Name, version and address of this program, as documents and `--version` tell them. */
export const generator: Generator = { name, version, url: homepage };
