import type { Discovered } from '../articles/discover.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { Site } from '../site/site.js';
import { ArticleCache, type CacheUse } from './article-cache.js';
import { BodyCache } from './body-cache.js';
import { BuildStamp } from './build-stamp.js';
import { CacheFolder } from './cache-folder.js';
import { DocumentCache } from './document-cache.js';
import { FileStats } from './file-stats.js';
import { MediaCache } from './media-cache.js';
import { siteKey } from './site-key.js';

/** How often each part of the cache had what was wanted. */
export interface CacheUses {
  articles: CacheUse;
  bodies: CacheUse;
}

interface Opened {
  articles: ArticleCache;
  bodies: BodyCache;
  documents: DocumentCache;
  media: MediaCache;
}

/** What earlier builds of a site left for this one. With it and without it a build gives the same bytes. */
export class SiteCache<Summary = unknown> {
  private readonly folder: CacheFolder;
  private readonly stamp: BuildStamp<Summary>;
  private readonly fileStats: FileStats;
  private opened: Opened | undefined;

  constructor(
    private readonly site: Site,
    private readonly discovered: Discovered,
    private readonly files: FileTracker,
  ) {
    // A look at a site is published somewhere else each time.
    const purpose = site.preview ? 'preview' : site.out;
    this.folder = new CacheFolder(site.root, purpose, siteKey(site));
    this.stamp = new BuildStamp(this.folder, site.out);
    this.fileStats = new FileStats(discovered.sources);
  }

  /** What the last build told, where nothing changed since that it depended on. */
  lastBuild(): Summary | undefined {
    return this.stamp.stillHolds(this.discovered, this.fileStats, this.site.now);
  }

  /** Articles that were read before. */
  get articles(): ArticleCache {
    return this.open().articles;
  }

  /** Bodies that were rendered before. */
  get bodies(): BodyCache {
    return this.open().bodies;
  }

  /** What recordings said about themselves before. */
  get media(): MediaCache {
    return this.open().media;
  }

  /** What the documents of the last build were made of; nothing where that does not tell all of it. */
  get documents(): DocumentCache | undefined {
    const { templates, precompress } = this.site;
    return Object.values(templates).some(Boolean) || precompress ? undefined : this.open().documents;
  }

  get uses(): CacheUses {
    return { articles: this.articles.use, bodies: this.bodies.use };
  }

  /**
   * Remembers a build that was published.
   *
   * @param until the next moment at which the clock would choose other articles
   */
  save(until: Date | undefined, summary: Summary): void {
    this.articles.save();
    this.bodies.save();
    this.documents?.save();
    this.media.save();
    const { site, discovered, fileStats } = this;
    // Templates are programs that may look at anything, and a sitemap of news looks at the clock.
    if (site.preview || site.news || Object.values(site.templates).some(Boolean)) return;
    const fingerprintOf = (path: string) => this.documents?.fingerprintOf(path);
    const { tracked } = this.files;
    this.stamp.save({ discovered, fileStats, tracked, fingerprintOf, now: site.now, until }, summary);
  }

  private open(): Opened {
    if (!this.opened) {
      const articles = new ArticleCache(this.folder, this.site.conventions, this.fileStats, this.files);
      const bodies = new BodyCache(this.folder, articles, this.files);
      const documents = new DocumentCache(this.folder, this.site.out);
      this.opened = { articles, bodies, documents, media: new MediaCache(this.folder) };
    }
    return this.opened;
  }
}
