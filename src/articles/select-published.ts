import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { rfc3339 } from '../language/timestamp.js';
import { offsetIn } from '../language/zoned-time.js';
import { compareText } from '../text/compare-text.js';
import { type Article, type Author, fieldsOf, iriOf, type PublishedArticle } from './article.js';
import { filesOf } from './article-files.js';
import type { FileSite } from './files-beside.js';
import { type Addressing, addressOf } from './permalink.js';
import { reportFailure } from './report-failure.js';
import { findTwins } from './twins.js';

/** What decides whether an article is published, and where. */
export interface Selection extends Addressing, FileSite {
  drafts: boolean;
  future: boolean;
  now: Date;
  /** Author of the articles that name none. */
  author?: Author;
}

/** Why an article is not published. */
export type LeftOutReason =
  | 'draft'
  | 'future'
  | 'expired'
  | 'no date'
  | 'invalid'
  | 'not an article'
  | 'format not read';

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
 * same moment are in the order of their files. The articles that are published are the objects that were given.
 *
 * @param known files of what was published, by id
 *
 * Reports FW020 and FW021 (two articles with the same address or id), FW022 (address), FW023 (id), FW040 (enclosure), FW067 (update).
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

/** Adds to the article what its publication says of it: copies of 100,000 of them take a second and 200 MB. */
function publish(article: Article & { date: Date }, site: Selection, selected: Selected): void {
  const path = addressOf(article, site);
  if (typeof path !== 'string') {
    selected.diagnostics.push(path);
    return;
  }
  const url = site.url + path;
  const written = article.asWritten ?? article;
  const { title, image, enclosures, episode } = written;
  const hasFiles = image !== undefined || enclosures.length > 0;
  const { problems, recordedTitle, ...files } = filesOf(
    article.asWritten ? { ...article, ...written } : article,
    url,
    site,
  );
  const published: PublishedArticle = Object.assign(article, {
    title: (article.isTitleFromName && recordedTitle) || title,
    ...(hasFiles ? { asWritten: { title, image, enclosures, episode } } : {}),
    offsets: offsetsOf(article, site.timezone),
    authors: article.authors.length > 0 || !site.author ? article.authors : [site.author],
    path,
    url,
    id: idOf(article, url, selected.diagnostics),
    ...files,
  });
  selected.published.push(published);
  if (isUpdatedTooEarly(published)) selected.diagnostics.push(updatedTooEarly(article));
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

/** Whether an update is of an earlier day: one that is written without an hour begins with its day. */
function isUpdatedTooEarly({ date, updated, offsets }: PublishedArticle): boolean {
  const dayOf = (moment: Date, offset: number) => rfc3339({ date: moment, offset }).slice(0, 10);
  return updated !== undefined && dayOf(updated, offsets.updated) < dayOf(date, offsets.date);
}

/** FW067. */
function updatedTooEarly({ source, places }: Article): Diagnostic {
  const message =
    'The update date is before the publication date, so feeds do not mark the article as updated.';
  return diagnose('FW067', { file: source.path, message, ...places.updated });
}

function asWarning(problem: Diagnostic): Diagnostic {
  return { ...problem, level: 'warning' };
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
