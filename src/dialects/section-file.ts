import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { glanceAt } from '../platform/read-pieces.js';

/** How much of a file is looked at, in bytes. */
const headSize = 100_000;

/** The `_index.md` by which Hugo and Zola describe a folder: of this one, or of one right in it. */
function sectionFile(folder: string): string | undefined {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const places = [folder, ...folders.map(({ name }) => join(folder, name))];
  return places.map((place) => join(place, '_index.md')).find(isFile);
}

/** Whether there is a file, which may be looked at. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Whether a folder, or one right in it, has an `_index.md`. */
export function hasSectionFile(folder: string): boolean {
  return sectionFile(folder) !== undefined;
}

/** Whether it is written as Zola wants it: in TOML, with names of fields that Zola alone knows. */
export function hasZolaSection(folder: string): boolean {
  const file = sectionFile(folder);
  const text = file ? glanceAt(file, headSize) : '';
  const fields =
    /^[ \t]*(sort_by|template|page_template|paginate_by|transparent|generate_feeds?|insert_anchor_links)[ \t]*=/m;
  return text.trimStart().startsWith('+++') && fields.test(text);
}
