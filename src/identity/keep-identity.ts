import { createHash } from 'node:crypto';
import { fieldsOf, lastChange, type PublishedArticle } from '../articles/article.js';
import { readSourceText } from '../articles/source-text.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { escapeName } from '../platform/escape-name.js';
import type { Identity, KnownItem } from './identity-file.js';

/** Articles with the ids that they were published with, and what is to be remembered of them. */
export interface KeptIdentity {
  articles: PublishedArticle[];
  items: KnownItem[];
  diagnostics: Diagnostic[];
}

/** How changes of identity are to be taken. */
export interface IdentityRules {
  /** Changes go through: somebody has looked at them. */
  accept: boolean;
  /** How many articles may be new although they are older than what was published. */
  maxOldAsNew: number;
  now: Date;
}

/** An article is old where it is this much older than the newest that was published, in milliseconds. */
const oldAge = 30 * 86_400_000;

/**
 * Gives articles the ids that they were published with, whatever has become of their titles, slugs, files and
 * addresses. An article is recognised by an id of its own, its text, its file and its address, in this order.
 *
 * Reports FW071 where a published item would change its id, and FW072 where old articles would appear as new.
 *
 * @param articles newest first
 */
export function keepIdentity(
  articles: readonly PublishedArticle[],
  known: Identity,
  rules: IdentityRules,
): KeptIdentity {
  const hashes = new Map(articles.map((article) => [article, hashOf(article)]));
  const own = new Set(articles.filter(hasOwnId));
  const matches = matchAll(articles, known.items, hashes, own);
  const diagnostics: Diagnostic[] = [];
  const fresh: PublishedArticle[] = [];
  const items: KnownItem[] = [];
  const kept = articles.map((article) => {
    const item = matches.get(article);
    if (!item) fresh.push(article);
    const isOwn = own.has(article);
    if (item && isOwn && item.id !== article.id && !rules.accept)
      diagnostics.push(reportIdChange(article, item));
    const id = item && !isOwn ? item.id : article.id;
    const same = id === article.id ? article : { ...article, id };
    items.push(itemOf(same, item, hashes.get(article) ?? ''));
    return same;
  });
  if (!rules.accept) diagnostics.push(...reportOldAsNew(fresh, known, rules));
  const current = new Set(items.map(({ id }) => id));
  const matched = new Set(matches.values());
  const gone = known.items.filter((item) => !current.has(item.id) && !matched.has(item));
  return { articles: kept, items: [...items, ...gone], diagnostics };
}

/** Whether the author gave the article its id. */
function hasOwnId(article: PublishedArticle): boolean {
  const fields = fieldsOf(article);
  return fields.id !== undefined || fields.guid !== undefined;
}

function hashOf(article: PublishedArticle): string {
  const { text = '' } = readSourceText(article.source);
  const body = text.slice(article.body.offset).replace(/\s+/g, ' ').trim();
  return body === '' ? '' : createHash('sha256').update(body).digest('hex').slice(0, 16);
}

type Match = Map<PublishedArticle, KnownItem>;

/**
 * Who is who: the surest sign first, and every item at most once.
 *
 * @param own the articles that their authors gave an id
 */
function matchAll(
  articles: readonly PublishedArticle[],
  items: readonly KnownItem[],
  hashes: ReadonlyMap<PublishedArticle, string>,
  own: ReadonlySet<PublishedArticle>,
): Match {
  const matches: Match = new Map();
  const taken = new Set<KnownItem>();
  const signs: [ofItem: (item: KnownItem) => string, ofArticle: (article: PublishedArticle) => string][] = [
    [({ id }) => id, (article) => (own.has(article) ? article.id : '')],
    // Whoever gives an article an id of its own may begin with the text of another.
    [({ hash }) => hash, (article) => (own.has(article) ? '' : (hashes.get(article) ?? ''))],
    [({ file, path }) => `${file}\n${path}`, ({ source, path }) => `${escapeName(source.path)}\n${path}`],
    [({ file }) => file, ({ source }) => escapeName(source.path)],
    [({ path }) => path, ({ path }) => path],
  ];
  for (const [ofItem, ofArticle] of signs) {
    const bySign = unambiguous(
      items.filter((item) => !taken.has(item)),
      ofItem,
    );
    for (const article of articles) {
      const item = matches.has(article) ? undefined : bySign.get(ofArticle(article));
      if (!item || taken.has(item)) continue;
      matches.set(article, item);
      taken.add(item);
    }
  }
  return matches;
}

/** Items by a sign that no other item has; an empty sign says nothing. */
function unambiguous(
  items: readonly KnownItem[],
  signOf: (item: KnownItem) => string,
): Map<string, KnownItem> {
  const bySign = new Map<string, KnownItem>();
  const twice = new Set<string>();
  for (const item of items) {
    const sign = signOf(item);
    if (bySign.has(sign)) twice.add(sign);
    bySign.set(sign, item);
  }
  for (const sign of [...twice, '']) bySign.delete(sign);
  return bySign;
}

function itemOf(article: PublishedArticle, before: KnownItem | undefined, hash: string): KnownItem {
  const { id, date, path, source } = article;
  const former = before ? [...before.former, before.path].filter((each) => each !== path) : [];
  return {
    id,
    date: date.toISOString(),
    path,
    file: escapeName(source.path),
    hash,
    former: [...new Set(former)],
  };
}

function reportIdChange(article: PublishedArticle, item: KnownItem): Diagnostic {
  const message = `The item was published with the id ${item.id}, and would now get ${article.id}.`;
  return diagnose('FW071', { file: article.source.path, message, ...article.places.id });
}

function reportOldAsNew(
  fresh: readonly PublishedArticle[],
  { items }: Identity,
  { maxOldAsNew: most, now }: IdentityRules,
): Diagnostic[] {
  // What was remembered ahead of its publication (--future) makes nothing old.
  const dates = items.map(({ date }) => Date.parse(date)).filter((date) => date <= now.getTime());
  if (dates.length === 0) return [];
  const newest = Math.max(...dates);
  const old = fresh.filter((article) => lastChange(article).date.getTime() < newest - oldAge);
  if (old.length <= most) return [];
  return old.map((article) => {
    const message = `${old.length} old articles would appear as new; this is one of them.`;
    return diagnose('FW072', { file: article.source.path, message });
  });
}
