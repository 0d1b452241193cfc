import { type Dirent, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { realPathWithin } from '../platform/real-path.js';
import { compareText } from '../text/compare-text.js';
import { companionsOf, isCompanion, isRecording } from './companions.js';
import type { Conventions } from './conventions.js';
import type { Source } from './source.js';

/** How the articles of a folder are laid out. */
export interface Layout {
  conventions: Pick<Conventions, 'place' | 'roots' | 'enters' | 'formats'>;
  /** What stands before the paths, seen from the top of the site: empty, or `content/posts/`. */
  prefix: string;
}

/** What is in a folder of articles. */
export interface Discovered {
  sources: Source[];
  /** Paths of files that look like articles by their ending but are not, by their name. */
  notArticles: string[];
  /** Paths of files in formats that other tools read, such as reStructuredText, and feedwright does not. */
  unread: string[];
  /** Paths of recordings that belong to no article by their names. */
  recordings: string[];
}

/** The formats that are read, by the endings of names. */
const formats: Readonly<Record<string, Source['format']>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
};

/** Formats of texts that are told where they lie among articles, since nobody would look for them elsewhere. */
const unreadFormats = new Set(['rst', 'org', 'adoc', 'asciidoc', 'textile', 'qmd', 'ipynb']);

/** Whether a file or folder is kept out by its name: `_drafts`, `.git`, `README.md`, `node_modules`. */
function isKeptOut(name: string): boolean {
  return /^[_.]/.test(name) || /^readme\.[^.]+$/i.test(name) || name === 'node_modules';
}

const plainLayout: Layout = { conventions: { place: (path) => ({ path }) }, prefix: '' };

/**
 * Finds the articles in a folder, at any depth, in an order that is the same on every machine.
 *
 * @param root folder of articles
 * @param layout which of its files are articles
 * @param skip absolute paths of folders to leave alone, such as the one that is published into
 * @throws the file system's error where the folder cannot be read
 */
export function discover(
  root: string,
  layout: Layout = plainLayout,
  skip: readonly string[] = [],
): Discovered {
  const { conventions, prefix } = layout;
  const walker = new Walker(new Set(skip), new Set(conventions.enters), {
    ...formats,
    ...conventions.formats,
  });
  const roots = prefix === '' ? (conventions.roots ?? ['']) : [''];
  for (const below of roots.filter((path) => realPathWithin(root, join(root, path)) !== undefined)) {
    walker.walk(join(root, below), below && `${below}/`);
  }
  const { paths, notArticles, unread } = walker;
  let known: Set<string> | undefined;
  const has = (sitePath: string) => {
    known ??= new Set(paths.map((path) => prefix + path));
    return known.has(sitePath);
  };
  const sources: Source[] = [];
  for (const path of paths.sort(compareText)) {
    const sitePath = prefix + path;
    const place = conventions.place(sitePath, { has });
    const format = walker.formatOf(path);
    if (!place || !format) notArticles.push(path);
    else {
      const companions = walker.companionsOf(path);
      const source = { index: sources.length, path, file: root + sep + path, format, sitePath, place };
      sources.push(companions ? { ...source, companions } : source);
    }
  }
  return {
    sources,
    notArticles: notArticles.sort(compareText),
    unread: unread.sort(compareText),
    recordings: walker.recordingsBut(sources),
  };
}

/** The folder of a path, ending in `/`; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** Collects the files of a folder whose endings are those of articles. */
class Walker {
  readonly paths: string[] = [];
  readonly notArticles: string[] = [];
  readonly unread: string[] = [];
  /** Recordings and transcripts, by their folders. */
  private readonly companions = new Map<string, string[]>();

  constructor(
    private readonly skip: ReadonlySet<string>,
    private readonly enters: ReadonlySet<string>,
    private readonly formats: Readonly<Record<string, Source['format']>>,
  ) {}

  formatOf(name: string): Source['format'] | undefined {
    const ending = endingOf(name);
    return Object.hasOwn(this.formats, ending) ? this.formats[ending] : undefined;
  }

  walk(folder: string, prefix: string): void {
    const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
    // The whole list is in order then, or nearly so.
    entries.sort((a, b) => compareText(a.name, b.name));
    for (const entry of entries) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        const file = folder + sep + entry.name;
        const isOpen = this.enters.has(entry.name) || !isKeptOut(entry.name);
        if (isOpen && !this.skip.has(file)) this.walk(file, `${path}/`);
        continue;
      }
      const isArticle = entry.isFile() && !isKeptOut(entry.name);
      if (this.formatOf(entry.name)) (isArticle ? this.paths : this.notArticles).push(path);
      else if (isArticle && unreadFormats.has(endingOf(entry.name))) this.unread.push(path);
      else if (isArticle && isCompanion(entry.name)) this.addCompanion(prefix, entry.name);
    }
  }

  /** The recordings that none of these articles has by its name. */
  recordingsBut(sources: readonly Source[]): string[] {
    if (this.companions.size === 0) return [];
    const owned = new Set(
      sources.flatMap(({ path, companions = [] }) => companions.map((name) => folderOf(path) + name)),
    );
    const all = [...this.companions].flatMap(([folder, names]) =>
      names.filter(isRecording).map((name) => folder + name),
    );
    return all.filter((path) => !owned.has(path)).sort(compareText);
  }

  companionsOf(path: string): readonly string[] | undefined {
    if (this.companions.size === 0) return undefined;
    const folder = folderOf(path);
    return companionsOf(path.slice(folder.length), this.companions.get(folder) ?? []);
  }

  private addCompanion(folder: string, name: string): void {
    const others = this.companions.get(folder);
    if (others) others.push(name);
    else this.companions.set(folder, [name]);
  }
}
