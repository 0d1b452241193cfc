import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The file in the output folder that names everything that feedwright put there. */
export const manifestName = '.feedwright.json';

const schema = z.object({ version: z.literal(1), files: z.array(z.string()) });

/** The paths that an earlier build published into a folder; none where there was no such build. */
export function readManifest(out: string): Set<string> {
  try {
    const { files } = schema.parse(JSON.parse(readFileSync(join(out, manifestName), 'utf8')));
    return new Set(files.filter(isInside));
  } catch {
    return new Set();
  }
}

/** The manifest's text: sorted, one path a line, so that changes merge and read well. */
export function manifestText(paths: readonly string[]): string {
  return `${JSON.stringify({ version: 1, files: [...paths].sort() }, null, 1)}\n`;
}

/** A manifest that was edited by hand must not make a build delete files elsewhere. */
function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');
}
