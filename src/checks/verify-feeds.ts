import { parseFeed } from 'feedsmith';
import { iriOf, type PublishedArticle } from '../articles/article.js';
import { type Document, textOfDocument } from '../formats/document.js';
import type { FeedPart } from '../formats/render-feeds.js';
import { PublishError } from '../publish/publish-error.js';

/** What looks at a feed document before it is published. */
export type VerifyFeeds = (document: Document, part: FeedPart) => Document;

/** What a reader gets of an item: its id, its link, and its moment. */
type Triple = readonly [id: string | undefined, link: string | undefined, date: string | undefined];

/**
 * Reads a feed document back with an independent parser, before anything is published, and compares the ids, links,
 * dates and the count of its items with the articles that went in.
 *
 * @param part the articles of the document
 * @returns the document, made
 * @throws PublishError where it does not say what it should: that is a bug of ours
 */
export const verifyFeeds: VerifyFeeds = (document, part) => {
  const content = document.content();
  const made = { ...document, content: () => content };
  const wrong = whatIsWrong(made, part.articles);
  if (!wrong) return made;
  throw new PublishError([{ message: `${document.path} does not say what it should: ${wrong}.`, hint: bug }]);
};

const bug =
  'A plugin changed it, or this is a bug in feedwright: please report it with the articles. Nothing was published.';

function whatIsWrong(document: Document, articles: readonly PublishedArticle[]): string | undefined {
  let read: { format: string; items: Triple[] };
  try {
    read = itemsIn(textOfDocument(document));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { format, items } = read;
  if (items.length !== articles.length) return `${items.length} items instead of ${articles.length}`;
  for (const [index, article] of articles.entries()) {
    const [id, link, date] = items[index] ?? [];
    const wanted = format === 'atom' ? iriOf(article.id) : article.id;
    if (id !== wanted) return `the id ${id} instead of ${wanted}`;
    if (link !== article.url) return `the link ${link} instead of ${article.url}`;
    // RSS has no parts of a second.
    if (Math.abs(Date.parse(date ?? '') - article.date.getTime()) >= 1000) {
      return `the date ${date} instead of ${article.date.toISOString()}`;
    }
  }
  return undefined;
}

function itemsIn(text: string): { format: string; items: Triple[] } {
  const { format, feed } = parseFeed(text);
  if (format === 'rss') {
    const items = (feed.items ?? []).map(({ guid, link, pubDate }): Triple => [guid?.value, link, pubDate]);
    return { format, items };
  }
  if (format === 'atom') {
    const items = (feed.entries ?? []).map(({ id, links = [], published }): Triple => {
      return [id, links.find(({ rel }) => rel === 'alternate')?.href, published];
    });
    return { format, items };
  }
  if (format !== 'json') throw new Error(`it is ${format}`);
  const items = (feed.items ?? []).map(
    ({ id, url, date_published: date }): Triple => [id === undefined ? undefined : String(id), url, date],
  );
  return { format, items };
}
