import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file that may be an article. */
export interface Source {
  /** Path below the folder of articles, with `/` between its parts. */
  path: string;
  /** Where the file is on this machine. */
  file: string;
  format: 'markdown' | 'html';
}

/** What is in a folder of articles. */
export interface Discovered {
  sources: Source[];
  /** Paths of files that look like articles by their ending but are not, by their name. */
  notArticles: string[];
}

const formats: ReadonlyMap<string, Source['format']> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
  ['html', 'html'],
]);

/** Whether a file or folder is kept out by its name: `_drafts`, `.git`, `README.md`, `node_modules`. */
function isKeptOut(name: string): boolean {
  return /^[_.]/.test(name) || /^readme\.[^.]+$/i.test(name) || name === 'node_modules';
}

/**
 * Finds the articles in a folder, at any depth, in an order that is the same on every machine.
 *
 * @param root folder of articles
 * @param skip absolute paths of folders to leave alone, such as the one that is published into
 * @throws the file system's error where the folder cannot be read
 */
export function discover(root: string, skip: readonly string[] = []): Discovered {
  const found: Discovered = { sources: [], notArticles: [] };
  walk(root, '', found, new Set(skip));
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  found.sources.sort((a, b) => byText(a.path, b.path));
  found.notArticles.sort(byText);
  return found;
}

function walk(folder: string, prefix: string, found: Discovered, skip: ReadonlySet<string>): void {
  const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries) {
    const file = join(folder, entry.name);
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      if (!isKeptOut(entry.name) && !skip.has(file)) walk(file, `${path}/`, found, skip);
      continue;
    }
    const format = formats.get(entry.name.slice(entry.name.lastIndexOf('.') + 1).toLowerCase());
    if (!format) continue;
    if (entry.isFile() && !isKeptOut(entry.name)) found.sources.push({ path, file, format });
    else found.notArticles.push(path);
  }
}
