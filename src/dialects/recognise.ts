import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Conventions } from '../articles/conventions.js';
import { type Config, readConfig } from './config.js';
import type { Dialect } from './dialect.js';
import { dialects, plain } from './dialects.js';

/** A site as it was recognised. */
export interface Recognised {
  dialect: Dialect;
  config: Config;
  conventions: Conventions;
  /** Top of the site; the folder of articles itself where it stands alone. */
  root: string;
  /** What stands before the paths of articles, seen from the top: empty, or `content/posts/`. */
  prefix: string;
  /** By what the site was recognised, for people: `hugo.toml`. */
  by: string;
}

/** What a site was recognised by that has no mark of its tool. */
export const byItsArticles = 'its articles';

/** How far above the folder of articles the top of a site may be. */
const mostLevels = 5;

/**
 * Recognises the tool that a folder was made for: by the files at its top, by those above it, or by what is in it.
 *
 * @param folder absolute path of the folder that people pointed at
 * @param preset name of the dialect, where people say it
 * @param limits `highest`: a folder above which nothing is looked at; `isOwn`: the folder is feedwright's own, so that
 *   nothing in it, which any author may put there, says what it is
 */
export function recognise(
  folder: string,
  preset: string | undefined,
  { highest, isOwn = false }: { highest?: string | undefined; isOwn?: boolean } = {},
): Recognised {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return standAlone(plain, folder, '', '');
  const candidates = preset ? dialects.filter(({ name }) => name === preset) : dialects;
  const saysNothing = isOwn && !preset;
  let top = saysNothing ? dirname(folder) : folder;
  for (let level = 0; level <= mostLevels; level += 1) {
    const prefix = top === folder ? '' : `${relative(top, folder).split(sep).join('/')}/`;
    for (const dialect of candidates) {
      const found = recogniseAt(dialect, top, prefix);
      if (found) return found;
    }
    if (top === highest || dirname(top) === top || !mayRead(dirname(top))) break;
    top = dirname(top);
  }
  const alone = saysNothing ? undefined : recogniseAlone(candidates, folder);
  return alone ?? asNamed(candidates, folder, preset);
}

/** The site whose top a folder is, by the files there alone. */
export function siteAt(folder: string): Recognised | undefined {
  for (const dialect of dialects) {
    const found = recogniseAt(dialect, folder, '');
    if (found) return found;
  }
  return undefined;
}

/** Whether Node lets this process look there, see https://nodejs.org/api/permissions.html. */
function mayRead(folder: string): boolean {
  return process.permission?.has('fs.read', folder) !== false;
}

function recogniseAt(dialect: Dialect, root: string, prefix: string): Recognised | undefined {
  const covers = prefix === '' || dialect.folders.some((name) => `/${prefix}`.includes(`/${name}/`));
  const mark = covers && dialect.marks.find((paths) => paths.every((path) => existsSync(join(root, path))));
  if (!mark) return undefined;
  const config = readConfig(root, dialect.configs);
  if (dialect.accepts && !dialect.accepts(config)) return undefined;
  return {
    dialect,
    config,
    conventions: dialect.conventions(config, root),
    root,
    prefix,
    by: mark.join(', '),
  };
}

function recogniseAlone(candidates: readonly Dialect[], folder: string): Recognised | undefined {
  for (const dialect of candidates) {
    const prefix = dialect.alone?.(folder);
    if (prefix !== undefined) return standAlone(dialect, folder, prefix, byItsArticles);
  }
  return undefined;
}

/** What people say is so; else the folder is a plain one. */
function asNamed(candidates: readonly Dialect[], folder: string, preset: string | undefined): Recognised {
  const [named] = preset ? candidates : [];
  const dialect = named ?? plain;
  const first = dialect.folders[0];
  return standAlone(dialect, folder, first ? `${first}/` : '', 'the preset');
}

function standAlone(dialect: Dialect, root: string, prefix: string, by: string): Recognised {
  const config = readConfig(root, []);
  return { dialect, config, conventions: dialect.conventions(config, undefined), root, prefix, by };
}
