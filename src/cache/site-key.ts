import { statSync } from 'node:fs';
import { digestOf } from '../platform/digest.js';
import { fingerprintOf } from '../platform/fingerprints.js';
import { generator } from '../platform/generator.js';
import { packageFile, programFile } from '../platform/package-files.js';
import type { Site } from '../site/site.js';

/** Programs that make feedwright what it is: the command itself, and the lists of what is installed with it. */
const program = [
  programFile('cli'),
  ...['node_modules/', '../'].map((place) => packageFile(`${place}.package-lock.json`)),
];

/**
 * Everything but the articles and the clock that decides what a build gives: the settings, those of the other tool,
 * and the program with its libraries.
 */
export function siteKey(site: Site): string {
  const { now: _, out: _out, conventions, recognised, ...settings } = site;
  const { dialect, config, prefix } = recognised;
  const installed = program.map((file) => fingerprintOf(statSync(file, { throwIfNoEntry: false })));
  return digestOf(
    JSON.stringify([
      generator.version,
      // Names of time zones, languages and months come with Node.
      process.versions,
      installed,
      settings,
      dialect.name,
      config.values,
      prefix,
      conventions.authors,
    ]),
  );
}
