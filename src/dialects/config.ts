import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { groupOf, valueAt } from '../articles/front-matter/groups.js';
import { languageTag } from '../language/language-tag.js';
import { isTimeZone } from '../language/zoned-time.js';
import { FileTracker } from '../platform/fingerprints.js';
import { lazyImport } from '../platform/lazy-import.js';
import { plainData } from '../platform/plain-data.js';
import { realPathWithin } from '../platform/real-path.js';
import { compareText } from '../text/compare-text.js';
import { replaceBetween } from '../text/replace-between.js';
import { trimEndOf, trimOf } from '../text/trim.js';
import { legalValue } from '../text/xml-characters.js';

const require = createRequire(import.meta.url);
const toml = lazyImport<typeof import('smol-toml')>(() => require('smol-toml'));

/** A file of settings, below the top of a site. */
export interface ConfigFile {
  /** A `*` in its name stands for any word. */
  file: string;
  /** The group that it fills, as a path of names; that of the word may be one of them. */
  group?: string;
}

/** Settings of another tool: groups of values that nobody has checked. */
export class Config {
  /** @param values by name; of settings that are a program, the texts that it names */
  constructor(readonly values: Readonly<Record<string, unknown>> = {}) {}

  /** A value by its path: `params.author`. */
  at(path: string): unknown {
    return valueAt(this.values, path);
  }

  /** A text or a number, as a text. */
  text(path: string): string | undefined {
    const value = this.at(path);
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  }

  flag(path: string): boolean {
    return this.at(path) === true;
  }

  /** Whether settings that are a program import a package. */
  imports(name: string): boolean {
    return this.text(importsKey)?.split('\n').includes(name) === true;
  }

  /** A group of values; an empty one where there is none. */
  group(path: string): Readonly<Record<string, unknown>> {
    return groupOf(this.at(path));
  }

  /** Settings that are texts, by the path that each has here. */
  texts<K extends string>(paths: Readonly<Record<K, string>>): { [name in K]?: string } {
    const entries = Object.entries<string>(paths).map(([name, path]) => [name, this.text(path)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  /** The language of the site, from the first of these paths that has a tag. */
  language(...paths: string[]): { language?: string } {
    const tags = paths.map((path) => languageTag(this.text(path) ?? ''));
    const language = tags.find((tag) => tag !== undefined);
    return language ? { language } : {};
  }

  /** The address of the site, where it is a whole one, with the folder that the site lies in. */
  address(path: string, base?: string): { url?: string } {
    const url = this.text(path);
    if (!url || !/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) return {};
    const folder = trimOf((base && this.text(base)) ?? '', '/');
    return { url: `${trimEndOf(url, '/')}/${folder ? `${folder}/` : ''}` };
  }

  /** The zone of the site, where this machine knows it. */
  timezone(path: string): { timezone?: string } {
    const timezone = this.text(path);
    return timezone && isTimeZone(timezone) ? { timezone } : {};
  }

  /** Who the site is by: a name, or a group with one. */
  author(path: string): { author?: { name: string; email?: string } } {
    const group = this.group(path);
    const name = this.text(path) ?? (typeof group.name === 'string' ? group.name : undefined);
    if (!name) return {};
    return { author: { name, ...(typeof group.email === 'string' ? { email: group.email } : {}) } };
  }

  list(path: string): readonly unknown[] {
    const value = this.at(path);
    return Array.isArray(value) ? value : [];
  }
}

/**
 * Reads the settings of another tool. Those that are a program are never run: of them the texts are taken that stand
 * beside a name.
 */
export function readConfig(root: string, files: readonly ConfigFile[]): Config {
  const values: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const { file, group } of files.flatMap((each) => filesOf(root, each))) {
    const key = group ?? '';
    if (seen.has(key)) continue;
    const read = readGroup(root, file);
    if (!read) continue;
    seen.add(key);
    if (group) fill(values, group.split('.'), read);
    else Object.assign(values, read);
  }
  return new Config(values);
}

/** The files that a name with a `*` stands for, which is filled into the group as well: `languages.*.toml`. */
function filesOf(root: string, { file, group }: ConfigFile): ConfigFile[] {
  const star = file.indexOf('*');
  if (star === -1) return [{ file, ...(group === undefined ? {} : { group }) }];
  const [folder, start] = [dirname(file), basename(file.slice(0, star))];
  const end = file.slice(star + 1);
  const isThere = statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory();
  const names = isThere ? readdirSync(join(root, folder)).sort(compareText) : [];
  return names
    .filter((name) => name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end))
    .map((name) => {
      const word = name.slice(start.length, name.length - end.length);
      return {
        file: `${folder}/${name}`,
        ...(group === undefined ? {} : { group: group.replace('*', word) }),
      };
    });
}

/** Adds values to the group at a path of names. */
function fill(values: Record<string, unknown>, [name = '', ...below]: string[], more: object): void {
  const group: Record<string, unknown> = { ...groupOf(values[name]) };
  values[name] = group;
  if (below.length > 0) fill(group, below, more);
  else Object.assign(group, more);
}

/**
 * A file of YAML, TOML, JSON or JavaScript as a group.
 *
 * @param root absolute path of the site
 * @param path below it
 * @param files looks at it; without it nobody wants to know what was looked at
 * @returns nothing where it is not there, makes no sense, or is a link that leads out of the site
 */
export function readGroup(
  root: string,
  path: string,
  files = new FileTracker(),
): Readonly<Record<string, unknown>> | undefined {
  const data = readData(root, path, files);
  return data === undefined ? undefined : groupOf(data);
}

/** The same, where it may be a list as well. */
export function readData(root: string, path: string, files = new FileTracker()): unknown {
  const file = join(root, path);
  if (!files.stat(file)?.isFile() || realPathWithin(root, file) === undefined) return undefined;
  try {
    return legalValue(plainData(parsed(file)), () => {});
  } catch {
    return undefined;
  }
}

function parsed(file: string): unknown {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const ending = extname(file);
  if (ending === '.toml') return toml().parse(text);
  if (ending === '.json') return JSON.parse(text);
  if (/^\.ya?ml$/.test(ending)) return parseYaml(text, { logLevel: 'error', merge: true });
  return textsOf(text);
}

/** What a program imports, a name a line; no setting has white space in its name. */
const importsKey = 'imported packages';

/** `site: 'https://example.org'`, `setInput('content')` and `SITENAME = 'News'` in a program; what is put together is not. */
function textsOf(program: string): Record<string, string | boolean> {
  const code = replaceBetween(program, '/*', '*/', () => '').replace(/^[ \t]*(?:\/\/|#).*$/gm, '');
  const imported = [...code.matchAll(/(?:\bfrom|\brequire\(|\bimport)\s*(['"])([^'"\n]{1,200})\1/g)];
  const texts: Record<string, string | boolean> = {
    [importsKey]: imported.map(([, , name]) => name).join('\n'),
  };
  const named =
    /(?<![\w$])['"]?([A-Za-z_$][\w$]*)['"]?\s*(?:[:(]|=(?!=))\s*(?:[ur]?(['"`])((?:(?!\2)[^\\\n]|\\.)*)\2|([Tt]rue|[Ff]alse)\b)/g;
  for (const { 0: whole, 1: name = '', 2: quote, 3: text = '', 4: flag, index } of code.matchAll(named)) {
    // A name within a longer one: 'frontmatter.author': 'x'.
    const isPart = code[index - 1] === '.' && /^[\w$]+['"]/.test(whole);
    if (isPart || Object.hasOwn(texts, name) || (quote === '`' && text.includes('${'))) continue;
    texts[name] = flag === undefined ? text.replace(/\\(.)/g, '$1') : flag.toLowerCase() === 'true';
  }
  return texts;
}
