import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { escapeName } from '../platform/escape-name.js';
import type { PublishedArticle } from './article.js';

/**
 * Articles that claim one address or one id: the one that was not published with it is told, with the name of the other;
 * where neither was, the newer one, or for an id that which wrote it where the other has it by its address.
 *
 * @param articles those of one moment in the order of their files
 * @param known files of what was published, by id
 */
export function findTwins(
  articles: readonly PublishedArticle[],
  known: ReadonlyMap<string, string>,
): Diagnostic[] {
  const twins: Diagnostic[] = [];
  const byAddress = new Map<string, PublishedArticle>();
  const byId = new Map<string, PublishedArticle>();
  // An id that is an address is told from others by that.
  const haveOwnIds = articles.some(({ id, url }) => id !== url);
  const oldestFirst = (a: PublishedArticle, b: PublishedArticle) => a.date.getTime() - b.date.getTime();
  for (const article of articles.toSorted(oldestFirst)) {
    // Some disks and hosts do not tell Post/ from post/.
    const address = article.path.toLowerCase().replace(/(\/index\.html|\/|\.html)$/, '');
    const place = byAddress.get(address);
    const rival = place ?? byId.get(article.id);
    const owner = known.get(article.id);
    const isCopied = place === undefined && article.id === article.url;
    const wasFirst = owner === undefined ? isCopied : owner === escapeName(article.source.path);
    const [first, later] = wasFirst ? [article, rival] : [rival, article];
    if (rival && first && later) {
      twins.push(
        place
          ? reportTwin('FW020', 'the address', article.url, later, first)
          : reportTwin('FW021', 'the id', article.id, later, first),
      );
    }
    byAddress.set(address, first ?? article);
    if (haveOwnIds) byId.set(article.id, first ?? article);
  }
  return twins;
}

function reportTwin(
  code: 'FW020' | 'FW021',
  what: string,
  value: string,
  article: PublishedArticle,
  other: PublishedArticle,
): Diagnostic {
  const message = `${article.source.path} and ${other.source.path} both have ${what} ${value}.`;
  const field = code === 'FW020' ? article.places.permalink : article.places.id;
  return diagnose(code, { file: article.source.path, message, ...field });
}
