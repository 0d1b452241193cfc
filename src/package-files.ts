import { extname } from 'node:path';

/** A file of the package, by its path from the top: `theme/feed.css`. */
export function packageFile(path: string): URL {
  return new URL(`../${path}`, import.meta.url);
}

/**
 * One of the programs that the package has beside each other: `cli` or `index`; compiled, or as source
 * where this one runs so.
 */
export function programFile(name: string): URL {
  return new URL(`./${name}${extname(import.meta.url)}`, import.meta.url);
}

/** The program of a thread, always compiled: what compiles sources on the way cannot work while this thread waits. */
export function threadFile(name: 'reading-thread' | 'helping-thread'): URL {
  return packageFile(`lib/${name}.js`);
}
