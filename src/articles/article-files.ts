import { lookup } from 'mrmime';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { Article, Enclosure, PublishedArticle, WrittenEnclosure } from './article.js';
import { type Asset, findAsset } from './assets.js';
import { measureImage } from './measure-image.js';

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
}

/** The picture and the enclosures of an article, and what is wrong with them. */
export interface ArticleFiles extends Pick<PublishedArticle, 'image' | 'enclosures' | 'assets'> {
  problems: Diagnostic[];
}

function noFiles(): ArticleFiles {
  return { image: undefined, enclosures: [], assets: [], problems: [] };
}

/**
 * The picture and the enclosures of an article, with what is read from the files beside it.
 *
 * Reports FW040 for an enclosure that is not complete, and what {@link findAsset} says of files.
 *
 * @param url absolute address of the article
 */
export function filesOf(article: Article, url: string, site: FileSite): ArticleFiles {
  if (!article.image && article.enclosures.length === 0) return noFiles();
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
