import type { DiagnosticCode } from '../diagnostics/codes.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { MediaInfo } from '../media/media-info.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { Article } from './article.js';
import { type Asset, findAsset } from './assets.js';
import type { ArticleImage, Enclosure } from './enclosure.js';

/** What is known of a media file. */
export interface KnownMedia {
  info: MediaInfo;
  /** The picture in it, and where that is published. */
  cover?: ArticleImage;
  /** Why it could not be read. */
  failed?: string;
}

/** Where the files of a site are, and which of them are published. */
export interface FileSite {
  /** Absolute address of the site, ending in `/`. */
  url: string;
  /** Folder of the articles. */
  articles: string;
  /** Whether files beside articles are copied. */
  pages: boolean;
  /** Endings that are copied beside the usual ones. */
  assets: readonly string[];
  /** Looks at the files. */
  files: FileTracker;
  /** What recordings say about themselves, by their files. */
  media?: { of(file: string): KnownMedia | undefined } | undefined;
}

/** An enclosure, and what its file says. */
export interface FoundEnclosure {
  enclosure: Enclosure;
  media?: KnownMedia | undefined;
}

/** Finds files beside an article, and remembers them and what is wrong with them. */
export class FilesBeside {
  readonly assets: Asset[] = [];
  readonly problems: Diagnostic[] = [];

  constructor(
    private readonly article: Article,
    private readonly url: string,
    private readonly site: FileSite,
  ) {}

  /** Tells what is wrong, at the place of a field. */
  tell(code: DiagnosticCode, message: string, field: keyof Article['places']): void {
    const { source, places } = this.article;
    this.problems.push(diagnose(code, { file: source.path, message, ...places[field] }));
  }

  /** The file that a relative address names; nothing where there is none that may be published. */
  find(address: string): Asset | undefined {
    const { article, url, site } = this;
    const asset = findAsset(address, {
      articlesRoot: site.articles,
      siteUrl: site.url,
      articleFile: article.source.file,
      articleUrl: url,
      copies: site.pages,
      allowed: site.assets,
      files: site.files,
    });
    if (asset && 'code' in asset) {
      this.problems.push(diagnose(asset.code, { file: article.source.path, message: asset.message }));
      return undefined;
    }
    if (asset) this.assets.push(asset);
    return asset;
  }
}
