import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { byItsArticles, type Recognised, recognise, siteAt } from '../dialects/recognise.js';
import { isWithin } from '../platform/real-path.js';
import { compareText } from '../text/compare-text.js';

/** The folder of articles, absolute, and the tool that they were written for. */
export interface FoundArticles {
  articles: string;
  recognised: Recognised;
}

/** Where a site that no tool is known for may have its articles, and where a project has its site. */
const usualFolders = ['content', 'posts', 'blog', '_posts', 'src/content', 'src/posts', 'docs'];
const usualSites = ['website', 'site', 'www', 'web', 'docs', 'blog'];

/** The most folders that are looked into for a site, and how deep. */
const mostFolders = 200;
const deepest = 2;

/**
 * Finds the articles: in the folder that people name, in `articles`, at the top of a site of a known tool, of a site of
 * one below, or in a folder that has a name as most have it.
 *
 * @param given settings; `articles` and `preset` count
 * @param root folder of the settings
 * @param untrusted nothing above the folder of the settings is looked at
 */
export function findArticles(
  given: Readonly<Record<string, unknown>>,
  root: string,
  untrusted: boolean,
): FoundArticles {
  const preset = typeof given.preset === 'string' ? given.preset : undefined;
  const usual = resolve(root, 'articles');
  const named = typeof given.articles === 'string' ? given.articles : undefined;
  const look = (articles: string): FoundArticles => {
    const highest = isWithin(root, articles) ? root : articles;
    const limits = { highest: untrusted ? highest : undefined, isOwn: articles === usual };
    return { articles, recognised: recognise(articles, preset, limits) };
  };
  if (named) return look(named);
  if (existsSync(usual)) return look(usual);
  const here = look(root);
  const { dialect, by } = here.recognised;
  const isMarked = dialect.name !== 'plain' && by !== byItsArticles;
  if (isMarked || preset) return here;
  const below = siteBelow(root);
  if (below || dialect.name !== 'plain') return below ?? here;
  return folderBelow(root, look) ?? { ...here, articles: usual };
}

/** The first site of a known tool below a folder, those nearer to it and with usual names first. */
function siteBelow(root: string): FoundArticles | undefined {
  let folders = [root];
  for (let level = 1; level <= deepest; level += 1) {
    folders = folders.flatMap(foldersIn).slice(0, mostFolders);
    for (const folder of folders) {
      const recognised = siteAt(folder);
      if (recognised) return { articles: folder, recognised };
    }
  }
  return undefined;
}

function folderBelow(root: string, look: (folder: string) => FoundArticles): FoundArticles | undefined {
  const folder = usualFolders.map((name) => join(root, name)).find((path) => isFolder(path));
  return folder === undefined ? undefined : look(folder);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What may not be read holds no site. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The folders right in a folder, those with usual names first. */
function foldersIn(folder: string): string[] {
  const rank = (name: string) => (usualSites.includes(name) ? usualSites.indexOf(name) : usualSites.length);
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !/^[._]|^node_modules$|^vendor$/.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => rank(a) - rank(b) || compareText(a, b))
    .map((name) => join(folder, name));
}
