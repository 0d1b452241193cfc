import { lookup } from 'mrmime';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { offsetIn } from '../language/zoned-time.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { compareText } from '../text/compare-text.js';
import {
  type Article,
  type Author,
  type Enclosure,
  fieldsOf,
  iriOf,
  type PublishedArticle,
  type WrittenEnclosure,
} from './article.js';
import { type Asset, findAsset } from './assets.js';
import { measureImage } from './measure-image.js';
import { type Addressing, addressOf } from './permalink.js';
import { reportFailure } from './report-failure.js';
import { findTwins } from './twins.js';

/** What decides whether an article is published, and where. */
export interface Selection extends Addressing {
  /** Folder of articles. */
  articles: string;
  drafts: boolean;
  future: boolean;
  now: Date;
  /** Endings of files that are copied beside the usual ones. */
  assets: readonly string[];
  /** Author of the articles that name none. */
  author?: Author;
  /** Looks at the files beside articles. */
  files: FileTracker;
}

/** Why an article is not published. */
export type LeftOutReason = 'draft' | 'future' | 'expired' | 'no date' | 'invalid' | 'not an article';

/** A file that is not published, and why. */
export interface LeftOut {
  file: string;
  reason: LeftOutReason;
}

/** The articles to publish, those left out, and what is wrong. */
export interface Selected {
  published: PublishedArticle[];
  leftOut: LeftOut[];
  diagnostics: Diagnostic[];
}

/**
 * Chooses the articles to publish, gives each its address and its id, and puts the newest first; articles of the
 * same moment are in the order of their files.
 *
 * @param known files of what was published, by id
 *
 * Reports FW020 and FW021 (two articles with one address or id), FW022 (address), FW023 (id), FW040 (enclosure).
 */
export function selectPublished(
  articles: readonly Article[],
  site: Selection,
  known: ReadonlyMap<string, string> = new Map(),
): Selected {
  const selected: Selected = { published: [], leftOut: [], diagnostics: [] };
  for (const article of articles) {
    const reason = reasonToLeaveOut(article, site);
    if (reason) selected.leftOut.push({ file: article.source.path, reason });
    else if (hasDate(article)) attempt(article, site, selected);
  }
  selected.published.sort(newestFirst);
  selected.diagnostics.push(...findTwins(selected.published, known));
  return selected;
}

function hasDate(article: Article): article is Article & { date: Date } {
  return article.date !== undefined;
}

function reasonToLeaveOut(article: Article, site: Selection): LeftOutReason | undefined {
  if (article.hidden) return 'not an article';
  if (article.draft && !site.drafts) return 'draft';
  if (!article.date) return 'no date';
  const from = (article.publishFrom ?? article.date).getTime();
  const now = site.now.getTime();
  if (from > now && !site.future) return 'future';
  if (article.expires && article.expires.getTime() <= now) return 'expired';
  return undefined;
}

function newestFirst(a: PublishedArticle, b: PublishedArticle): number {
  return b.date.getTime() - a.date.getTime() || compareText(a.source.path, b.source.path);
}

/** What goes wrong with one article is its own problem: FW036. */
function attempt(article: Article & { date: Date }, site: Selection, selected: Selected): void {
  try {
    publish(article, site, selected);
  } catch (error) {
    selected.diagnostics.push(reportFailure(error, article.source));
  }
}

function publish(article: Article & { date: Date }, site: Selection, selected: Selected): void {
  const path = addressOf(article, site);
  if (typeof path !== 'string') {
    selected.diagnostics.push(path);
    return;
  }
  const url = site.url + path;
  const hasFiles = article.image !== undefined || article.enclosures.length > 0;
  const { problems, ...files } = hasFiles ? filesOf(article, url, site) : noFiles();
  const published: PublishedArticle = {
    ...article,
    date: article.date,
    offsets: offsetsOf(article, site.timezone),
    authors: article.authors.length > 0 || !site.author ? article.authors : [site.author],
    path,
    url,
    id: idOf(article, url, selected.diagnostics),
    ...files,
  };
  selected.published.push(published);
  // Other tools have other things under this name.
  const told = problems.map((problem) => (site.conventions.isOwn ? problem : asWarning(problem)));
  selected.diagnostics.push(...told);
}

/** The offsets that the author wrote, or those of the site's clocks. */
function offsetsOf(
  { date, updated, offsets }: Article & { date: Date },
  zone: string,
): PublishedArticle['offsets'] {
  return {
    date: offsets.date ?? offsetIn(date, zone),
    updated: offsets.updated ?? offsetIn(updated ?? date, zone),
  };
}

function asWarning(problem: Diagnostic): Diagnostic {
  return { ...problem, level: 'warning' };
}

/** The picture and the enclosures of an article, and what is wrong with them. */
interface Files extends Pick<PublishedArticle, 'image' | 'enclosures' | 'assets'> {
  problems: Diagnostic[];
}

function noFiles(): Files {
  return { image: undefined, enclosures: [], assets: [], problems: [] };
}

function filesOf(article: Article, url: string, site: Selection): Files {
  const context = {
    articlesRoot: site.articles,
    siteUrl: site.url,
    articleFile: article.source.file,
    articleUrl: url,
    copies: site.pages,
    allowed: site.assets,
    files: site.files,
  };
  const assets: Asset[] = [];
  const refused: Diagnostic[] = [];
  const find = (address: string): Asset | undefined => {
    const asset = findAsset(address, context);
    if (asset && 'code' in asset) {
      const { code, message } = asset;
      refused.push(diagnose(code, { file: article.source.path, message }));
      return undefined;
    }
    if (asset) assets.push(asset);
    return asset;
  };
  const { image } = article;
  const picture = image && find(image.url);
  const size = picture && measureImage(picture.file);
  const isAddress = image && URL.canParse(image.url, url);
  const enclosures = article.enclosures.map((enclosure) => complete(enclosure, article, url, find));
  return {
    image: isAddress ? { ...image, url: new URL(image.url, url).href, ...size } : undefined,
    enclosures: enclosures.filter((enclosure): enclosure is Enclosure => !('code' in enclosure)),
    assets,
    problems: [...refused, ...enclosures.filter((enclosure): enclosure is Diagnostic => 'code' in enclosure)],
  };
}

/**
 * The id that readers know an article by; it is never normalised, since readers compare it letter by letter. A `guid`
 * that was published by another program stays as it is, though Atom cannot carry it.
 */
function idOf(article: Article, url: string, diagnostics: Diagnostic[]): string {
  if (article.id === undefined) return url;
  if (iriOf(article.id) === article.id) return article.id;
  const { guid, id: written } = fieldsOf(article);
  if (guid === article.id && !written) return article.id;
  const id = iriOf(article.id);
  const message = `The id "${article.id}" is not an IRI; it is published as ${id}.`;
  diagnostics.push(diagnose('FW023', { file: article.source.path, message, ...article.places.id }));
  return id;
}

/** An enclosure with everything that the formats want, read from the file where it lies beside the article. */
function complete(
  written: WrittenEnclosure,
  article: Article,
  articleUrl: string,
  find: (url: string) => Asset | undefined,
): Enclosure | Diagnostic {
  const asset = find(written.url);
  const url = URL.canParse(written.url, articleUrl) ? new URL(written.url, articleUrl) : undefined;
  const type = written.type ?? (url && lookup(url.pathname));
  const length = asset?.bytes ?? written.length;
  if (!url || !/^https?:$/.test(url.protocol) || !type || length === undefined) {
    const missing = !url
      ? 'its url is not an address'
      : !type
        ? 'its type is not known'
        : 'its length is not known';
    const message = `The enclosure "${written.url}" is not complete: ${missing}.`;
    return diagnose('FW040', { file: article.source.path, message, ...article.places.enclosures });
  }
  const { title, duration } = written;
  return {
    url: url.href,
    type,
    length,
    ...(title ? { title } : {}),
    ...(duration === undefined ? {} : { duration }),
  };
}
