import { resolve } from 'node:path';

const pathSettings = ['articles', 'out', 'css', 'rendered'];

/**
 * Makes the paths of settings absolute.
 *
 * @param settings a group of settings, from a file or from flags
 * @param folder absolute path that theirs are relative to
 */
export function inFolder(settings: unknown, folder: string): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings ?? {})) {
    if (value === undefined) continue;
    if (name === 'templates') result[name] = pathsIn(value, folder);
    else
      result[name] =
        pathSettings.includes(name) && typeof value === 'string' ? resolve(folder, value) : value;
  }
  return result;
}

function pathsIn(paths: object, folder: string): object {
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, resolve(folder, String(path))]),
  );
}
