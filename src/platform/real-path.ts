import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';

/** Whether a path is a folder, or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

/**
 * Where a file really is, once every link on the way is followed.
 *
 * @returns nothing where there is no such file, or it may not be looked at
 */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/**
 * Where a file really is, if that is inside of a folder.
 *
 * @param folder absolute; may itself be reached by a link
 * @returns nothing where there is no such file, or a link leads out of the folder
 */
export function realPathWithin(folder: string, path: string): string | undefined {
  const [top, real] = [realPath(folder), realPath(path)];
  return top !== undefined && real !== undefined && isWithin(top, real) ? real : undefined;
}

/** Where a file or folder that need not be there yet will be, once the links on the way to it are followed. */
export function realPathToBe(path: string): string {
  const missing: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    const real = realPath(at);
    if (real !== undefined) return resolve(real, ...missing);
    if (dirname(at) === at) return path;
    missing.unshift(parse(at).base);
  }
}
