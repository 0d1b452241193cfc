import { fileURLToPath } from 'node:url';
import { programFile } from '../platform/package-files.js';

/**
 * Loads a module of the site's owner, in TypeScript or JavaScript. In it `feedwright` is this very package, also where
 * it is not installed beside the site.
 *
 * @param file absolute path
 * @returns its default export
 */
export async function loadModule(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const self = fileURLToPath(programFile('index'));
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    alias: { feedwright: self },
  });
  return jiti.import(file, { default: true });
}
