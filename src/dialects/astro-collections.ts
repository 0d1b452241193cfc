import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { glanceAt } from '../platform/read-pieces.js';
import { compareText } from '../text/compare-text.js';

/** Files that describe the collections of a site, the newer place first. */
const places = ['src/content.config', 'src/content/config'];
const endings = ['ts', 'mjs', 'js', 'mts'];

/** How much of a program is looked at, in bytes. */
const longest = 200_000;

/**
 * Folders that collections lie in by a loader of their own, `glob({ base: './posts' })`, with the names of those
 * collections. The program that says so is read for its texts, and not run.
 *
 * @param root top of the site
 * @returns the names by the folders, seen from the top, without a slash at the end
 */
export function collectionFolders(root: string): ReadonlyMap<string, string> {
  const files = places.flatMap((place) => endings.map((ending) => join(root, `${place}.${ending}`)));
  const file = files.find((each) => existsSync(each));
  if (!file) return new Map();
  const program = glanceAt(file, longest);
  const names = exportedNames(program);
  const folders = new Map<string, string>();
  const parts = program.split('defineCollection(');
  parts.slice(1).forEach((part, index) => {
    const [, variable = ''] =
      /(\w+)(?:\s*:[^=:;\n]*)?\s*[=:]\s*$/.exec((parts[index] ?? '').slice(-200)) ?? [];
    const [, base] = /\bbase:\s*['"`]([^'"`$\n]+)['"`]/.exec(part) ?? [];
    const folder = base && posix.normalize(base).replace(/^\.?\/|\/$/g, '');
    if (folder && variable && !folder.startsWith('..')) folders.set(folder, names.get(variable) ?? variable);
  });
  return folders;
}

/** `export const collections = { blog, news: newsCollection }`: the names by the variables. */
function exportedNames(program: string): ReadonlyMap<string, string> {
  const [, list = ''] = /\bcollections\s*=\s*\{([^{}]*)\}/.exec(program) ?? [];
  const entries = list.split(',').map((entry) => entry.split(':').map((part) => part.trim()));
  return new Map(entries.map(([name = '', variable = name]) => [variable, name.replace(/['"]/g, '')]));
}

/** Names of parameters that stand for an entry, and not for a tag or a number of a page. */
const entryParameter = /^\[(?:\.\.\.)?(?:slug|id|post|entry|path|name)\]/;

/**
 * Where the entries of collections have their pages: `src/pages/notes/[...slug].astro`, which asks for the collection
 * "blog", puts it below `notes/`.
 *
 * @param root top of the site
 * @returns paths that end in `/`, or are empty, by the names of collections
 */
export function collectionRoutes(root: string): ReadonlyMap<string, string> {
  const routes = new Map<string, string>();
  const pages = join(root, 'src/pages');
  if (!existsSync(pages)) return routes;
  for (const path of readdirSync(pages, { recursive: true, encoding: 'utf8' }).sort(compareText)) {
    const parts = path.split(/[\\/]/);
    const at = parts.findIndex((part) => part.startsWith('['));
    const rest = parts.slice(at + 1);
    const isEntry =
      at !== -1 && entryParameter.test(parts[at] ?? '') && /^(?:index\.astro)?$/.test(rest.join('/'));
    if (!isEntry || !path.endsWith('.astro')) continue;
    const route = parts
      .slice(0, at)
      .map((part) => `${part}/`)
      .join('');
    const program = glanceAt(join(pages, path), longest);
    for (const [, name = ''] of program.matchAll(/\bgetCollection\(\s*['"`]([\w-]+)['"`]/g)) {
      if (!routes.has(name)) routes.set(name, route);
    }
  }
  return routes;
}
