import type { Article } from '../articles/article.js';
import { namingOf } from '../articles/front-matter/field-names.js';
import { type Reading, readArticle } from '../articles/read-article.js';
import type { Source } from '../articles/source.js';
import type { ArticleCache } from '../cache/article-cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Recognised } from '../dialects/recognise.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { ArticleReader } from '../workers/article-reader.js';
import { usualLimits, type WorkerLimits } from '../workers/worker-limits.js';

/** How a site writes its articles, and by what its tool is recognised. */
export interface SiteReading extends Reading {
  /** Folder of the articles, absolute. */
  articles: string;
  /** Name of the tool, where people say it. */
  recognised: Pick<Recognised, 'dialect'>;
}

/**
 * Reads many files; the articles keep the order of the sources. Where there are thousands and nothing is known of them,
 * a second thread helps.
 *
 * @param files looks at files beside the articles
 * @param cache what was read the last time
 * @param step told after each of them
 * @param limits when a second thread helps
 */
export function readArticles(
  sources: readonly Source[],
  site: Omit<SiteReading, 'files'>,
  files: FileTracker,
  {
    cache,
    step = () => {},
    limits = usualLimits,
  }: { cache?: ArticleCache | undefined; step?: () => void; limits?: WorkerLimits } = {},
): { articles: Article[]; diagnostics: Diagnostic[] } {
  const articles: Article[] = [];
  const diagnostics: Diagnostic[] = [];
  const naming = namingOf(site.conventions);
  const reading = { ...site, files };
  const second =
    cache && !cache.isEmpty ? undefined : articleReader(sources, site, cache !== undefined, limits);
  for (const [index, source] of sources.entries()) {
    const fresh = () => second?.get(index, source) ?? readArticle(source, reading, naming);
    const read = cache ? cache.get(source, fresh) : fresh();
    diagnostics.push(...read.diagnostics);
    if (read.article) articles.push(read.article);
    step();
  }
  second?.end();
  return { articles, diagnostics };
}

function articleReader(
  sources: readonly Source[],
  {
    timezone,
    language,
    dateFormats,
    folderLanguages,
    notes,
    articles,
    recognised,
  }: Omit<SiteReading, 'files'>,
  hashes: boolean,
  limits: WorkerLimits,
): ArticleReader | undefined {
  if (sources.length < limits.articles) return undefined;
  const reading = { timezone, language, dateFormats, folderLanguages, ...(notes ? { notes } : {}) };
  const batch = limits.readBatch;
  return ArticleReader.begin({
    sources,
    reading,
    folder: articles,
    preset: recognised.dialect.name,
    batch,
    hashes,
  });
}
