import { Feed, type Item } from 'feed';
import * as z from 'zod';
import {
  type Author,
  lastChange,
  type PublishedArticle,
  publishedAt,
  updatedAt,
} from '../articles/article.js';
import type { Enclosure } from '../articles/enclosure.js';
import { mainEnclosure } from '../feeds/podcasts/podcast.js';
import { jsonText } from '../text/escape-xml.js';
import { extension } from './feed-package/feed-package.js';
import { Placeholders, Shapes } from './feed-package/placeholders.js';
import {
  categoriesOf,
  type FeedFormat,
  type FeedHead,
  type FeedItem,
  type Frame,
  isForeign,
  itemTitle,
} from './format.js';

/**
 * JSON Feed 1.1. What `feed` writes is version 1 with one author; the rest comes as extensions, which replace or
 * add members of the same name.
 */
export const jsonFeed: FeedFormat = {
  name: 'json',
  label: 'JSON Feed',
  fileName: 'feed.json',
  mediaType: 'application/feed+json',
  servedAs: 'application/feed+json; charset=utf-8',
  renderItem,
  renderFrame,
};

const written = z.looseObject({ items: z.array(z.looseObject({})) });

const shapes = new Shapes();

function renderItem(item: FeedItem): string {
  const { article, summary, html } = item;
  const placeholders = Placeholders.forJson();
  const description = summary && placeholders.text(summary);
  const updated = updatedAt(article);
  const title = itemTitle(item);
  const image = article.image ?? article.episode?.cover;
  const members: Record<string, unknown> = {
    ...(html
      ? { summary: description || undefined }
      : { content_html: undefined, content_text: description }),
    // JSON Feed 1.1 wants the moment of a change only where there was one.
    ...(updated ? {} : { date_modified: undefined }),
    tags: nonEmpty(categoriesOf(article).map((name) => placeholders.text(name))),
    authors: nonEmpty(article.authors.map((author) => personOf(author, (text) => placeholders.text(text)))),
    // A picture that is wider than high goes above the text, and an `image` stands for the article in lists.
    banner_image: isWide(article.image) ? placeholders.text(article.image?.url ?? '') : undefined,
    external_url: article.link && placeholders.text(article.link),
    language: isForeign(item) ? placeholders.text(article.language) : undefined,
    attachments: nonEmpty(article.enclosures.map((each) => attachmentOf(each, article, placeholders))),
  };
  const shape: Item = {
    title: title && placeholders.text(title),
    id: placeholders.text(article.id),
    link: placeholders.text(article.url),
    date: placeholders.moment(lastChange(article)),
    published: placeholders.moment(publishedAt(article)),
    ...(description ? { description } : {}),
    ...(html ? { content: placeholders.html(html) } : {}),
    ...(image ? { image: placeholders.text(image.url) } : {}),
    extensions: Object.entries(members).map(([name, value]) => extension(name, value ?? null)),
  };
  return shapes.render(shape, placeholders, writeItem);
}

/** Several formats of one recording have the same title (JSON Feed 1.1, `attachments`). */
function attachmentOf(
  { url, type, length, title, duration, isAlternate }: Enclosure,
  article: PublishedArticle,
  placeholders: Placeholders,
) {
  const isOneOfSeveral =
    isAlternate ||
    (url === mainEnclosure(article)?.url && article.enclosures.some((each) => each.isAlternate));
  const shown = title ?? (isOneOfSeveral ? article.title : undefined);
  return {
    url: placeholders.text(url),
    mime_type: placeholders.text(type),
    title: shown && placeholders.text(shown),
    size_in_bytes: length || undefined,
    duration_in_seconds: duration,
  };
}

function isWide(image: PublishedArticle['image']): boolean {
  return (image?.width ?? 0) > (image?.height ?? 0);
}

function writeItem(shape: Item): string {
  const feed = new Feed({ id: shape.link, title: shape.title, link: shape.link, updated: shape.date });
  feed.addItem(shape);
  const { items } = written.parse(JSON.parse(feed.json1()));
  const made = Object.entries(items[0] ?? {}).filter(([, value]) => value !== null);
  return `\n${JSON.stringify(Object.fromEntries(made))}`;
}

function renderFrame(head: FeedHead): Frame {
  const feed = new Feed({
    id: head.id,
    title: head.title,
    link: head.pageUrl,
    feedLinks: { json: head.selfUrl },
    updated: new Date(0),
    ...(head.description ? { description: head.description } : {}),
    ...(head.image ? { image: head.image } : {}),
  });
  const members: Record<string, unknown> = {
    version: 'https://jsonfeed.org/version/1.1',
    language: head.language,
    // JSON Feed knows one direction only: from newer items to older ones.
    next_url: head.history.previous,
    favicon: head.icon,
    authors: [personOf(head.author)],
    expired: head.isEnded || head.podcast?.complete || undefined,
    hubs: head.hub ? [{ type: 'WebSub', url: head.hub }] : undefined,
  };
  for (const [name, value] of Object.entries(members)) feed.addExtension(extension(name, value));
  const { items: _none, ...made } = written.parse(JSON.parse(feed.json1()));
  const opening = jsonText(made).slice(0, -1);
  // One item on each line: a change of one article is a change of one line.
  return { before: `${opening},"items":[`, between: ',', after: '\n]}\n' };
}

/** @param write how each text is written */
function personOf(
  { name, url, avatar }: Author,
  write: (text: string) => string = (text) => text,
): Record<string, string> {
  return {
    name: write(name),
    ...(url ? { url: write(url) } : {}),
    ...(avatar ? { avatar: write(avatar) } : {}),
  };
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
