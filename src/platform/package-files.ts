import { existsSync } from 'node:fs';
import { extname } from 'node:path';

/** The top of the package, above the compiled programs or the sources. */
const top = folderOfPackage(new URL('.', import.meta.url));

function folderOfPackage(folder: URL): URL {
  return existsSync(new URL('package.json', folder)) ? folder : folderOfPackage(new URL('..', folder));
}

/** A file of the package, by its path from the top: `src/pages/theme/feed.css`. */
export function packageFile(path: string): URL {
  return new URL(path, top);
}

/** One of the two programs at the top of the sources, compiled, or as source where this one runs so. */
export function programFile(name: 'cli' | 'index'): URL {
  const ending = extname(import.meta.url);
  return packageFile(`${ending === '.ts' ? 'src' : 'lib'}/${name}${ending}`);
}

/** The program of a worker, always compiled: what compiles sources on the way cannot work while this thread waits. */
export function workerFile(name: 'read-worker' | 'render-worker' | 'media-worker'): URL {
  return packageFile(`lib/${name}.js`);
}
