import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { type Loaders, lilconfig } from 'lilconfig';
import { parse as parseYaml } from 'yaml';
import { UsageError } from '../diagnostics/usage-error.js';
import { realPathWithin } from '../platform/real-path.js';
import { reasonOf } from '../platform/reason.js';
import { loadModule } from './load-module.js';

/** Settings as they were found, not yet checked. */
export interface FoundSettings {
  /** Folder that paths in the settings are relative to. */
  root: string;
  /** The file they are from, where there is one. */
  file?: string;
  settings: unknown;
  /** What package.json says beside them. */
  packageJson: unknown;
}

/** Names of the files that settings are looked for in, the first one found counts. */
export const settingsFiles = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'].map(
  (ending) => `feedwright.config.${ending}`,
);

const loadYaml = naming((_file, text): unknown => parseYaml(text));

const loadJson = naming((_file, text): unknown => JSON.parse(text));

/** A reader of settings whose errors name the file. */
function naming(load: (file: string, text: string) => unknown) {
  return async (file: string, text: string): Promise<unknown> => {
    try {
      return await load(file, text);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError([{ message: `${file} cannot be loaded: ${reasonOf(error).trim()}` }]);
    }
  };
}

/**
 * What reads each kind of file. Where somebody else may have written them programs are refused, and so are links that lead
 * out of the folder: a message about what is wrong with a file would show what is in it.
 */
function loadersFor(untrusted: boolean): Loaders {
  const data = { '.yaml': loadYaml, '.yml': loadYaml, '.json': loadJson };
  const loadProgram = naming(loadModule);
  if (!untrusted) return { '.ts': loadProgram, '.js': loadProgram, '.mjs': loadProgram, ...data };
  const guarded = Object.entries(data).map(([ending, load]) => [
    ending,
    (file: string, text: string) => {
      if (realPathWithin(dirname(file), file) === undefined) throw leadsOut(file);
      return load(file, text);
    },
  ]);
  return { '.ts': refuse, '.js': refuse, '.mjs': refuse, ...Object.fromEntries(guarded) };
}

function leadsOut(file: string): UsageError {
  const message = `${file} is a link that leads outside of the site, which --untrusted does not allow.`;
  return new UsageError([{ message, hint: 'Put the settings themselves there.' }]);
}

function refuse(file: string): never {
  const hint = 'Write the settings in YAML or JSON.';
  throw new UsageError([{ message: `${file} is a program, which --untrusted does not run.`, hint }]);
}

/**
 * Finds the settings of a site: in the named file; else in the folder of articles and those above it as far as the
 * current folder; for articles that lie elsewhere, in their own folder and in the current one.
 *
 * @param from where to look: the current folder, the articles if they were named, the file of settings if it was
 * @throws UsageError where the file is missing or cannot be loaded
 */
export async function findSettings(from: {
  cwd: string;
  articles?: string | undefined;
  config?: string | undefined;
  /** Settings that are programs are refused. */
  untrusted?: boolean | undefined;
}): Promise<FoundSettings> {
  const loaders = loadersFor(from.untrusted === true);
  if (from.config) return loadNamed(resolve(from.cwd, from.config), loaders);
  const start = from.articles ? resolve(from.cwd, from.articles) : from.cwd;
  const folders = foldersToSearch(start, from.cwd);
  const searchPlaces = [...settingsFiles, 'package.json'];
  for (const folder of folders) {
    const search = lilconfig('feedwright', { searchPlaces, loaders, stopDir: folder, cache: false });
    const found = await loading(folder, () => search.search(folder));
    if (found)
      return { root: folder, file: found.filepath, settings: found.config, packageJson: packageOf(folder) };
  }
  const root = folders.at(-1) ?? from.cwd;
  const packageRoot = folders.find((folder) => existsSync(join(folder, 'package.json')));
  return { root: from.cwd, settings: {}, packageJson: packageOf(packageRoot ?? root) };
}

function foldersToSearch(start: string, cwd: string): string[] {
  if (relative(cwd, start).startsWith('..') || relative(cwd, start) === start) return [start, cwd];
  const folders = [start];
  while (folders.at(-1) !== cwd) folders.push(dirname(folders.at(-1) ?? cwd));
  return folders;
}

async function loadNamed(file: string, loaders: Loaders): Promise<FoundSettings> {
  const hint = `Settings are read from ${settingsFiles.join(', ')}.`;
  if (!existsSync(file)) throw new UsageError([{ message: `There is no file ${file}.`, hint }]);
  const known = ['.json', ...Object.keys(loaders)];
  if (!known.includes(extname(file))) {
    throw new UsageError([
      { message: `${file} is not a settings file.`, hint: `Endings: ${known.join(', ')}.` },
    ]);
  }
  const search = lilconfig('feedwright', { loaders, cache: false });
  const found = await loading(file, () => search.load(file));
  return { root: dirname(file), file, settings: found?.config ?? {}, packageJson: packageOf(dirname(file)) };
}

async function loading<T>(place: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = reasonOf(error);
    throw new UsageError([{ message: `The settings in ${place} cannot be loaded: ${reason.trim()}` }]);
  }
}

/** What package.json says; nothing where there is none, or one that is not for us to judge. */
function packageOf(folder: string): unknown {
  try {
    const file = realPathWithin(folder, join(folder, 'package.json'));
    return file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
