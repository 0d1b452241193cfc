import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** A compiled module goes on to look for files from where its source lies. */
const placeOfSource: Plugin = {
  name: 'place of the source',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: code.replaceAll('import.meta.url', () => url), loader: 'ts' };
    });
  },
};

/**
 * Compiles programs with the sources that they load, all at once: in a second for all tests, where each would take a
 * second for itself.
 *
 * @param folder that the paths of the programs are in
 * @param programs such as `cli.test.ts`
 * @param out folder in which each lies under the path of its source, with the ending `js`; emptied first
 */
export async function compile(folder: string, programs: readonly string[], out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  await build({
    entryPoints: programs.map((path) => join(folder, path)),
    outbase: folder,
    outdir: out,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    chunkNames: 'parts/[hash]',
    plugins: [placeOfSource],
    logLevel: 'warning',
  });
}
