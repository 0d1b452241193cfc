import { Feed } from 'feed';
import { z } from 'zod';
import type { Author } from '../articles/article.js';
import { extension } from './feed-package.js';
import {
  categoriesOf,
  type FeedFormat,
  type FeedHead,
  type FeedItem,
  type Frame,
  isForeign,
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
  renderItem,
  renderFrame,
};

const written = z.looseObject({ items: z.array(z.looseObject({})) });

function renderItem(item: FeedItem): string {
  const { article, summary, html } = item;
  const feed = new Feed({ id: article.url, title: '', link: article.url, updated: article.date });
  const members: Record<string, unknown> = {
    ...(html ? { summary: summary || undefined } : { content_html: undefined, content_text: summary }),
    tags: nonEmpty(categoriesOf(article)),
    authors: nonEmpty(article.authors.map(personOf)),
    external_url: article.link,
    language: isForeign(item) ? article.language : undefined,
    attachments: nonEmpty(
      article.enclosures.map(({ url, type, length, title, duration }) => ({
        url,
        mime_type: type,
        title,
        size_in_bytes: length || undefined,
        duration_in_seconds: duration,
      })),
    ),
  };
  feed.addItem({
    title: article.title,
    id: article.id,
    link: article.url,
    date: article.updated ?? article.date,
    published: article.date,
    description: summary,
    ...(html ? { content: html } : {}),
    ...(article.image ? { image: article.image.url } : {}),
    extensions: Object.entries(members).map(([name, value]) => extension(name, value)),
  });
  const { items } = written.parse(JSON.parse(feed.json1()));
  const [made = {}] = items;
  if (!article.updated) delete made.date_modified;
  return `\n${JSON.stringify(made)}`;
}

function renderFrame(head: FeedHead): Frame {
  const feed = new Feed({
    id: head.id,
    title: head.title,
    link: head.pageUrl,
    feedLinks: { json: head.selfUrl },
    updated: head.updated ?? new Date(0),
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
    hubs: head.hub ? [{ type: 'WebSub', url: head.hub }] : undefined,
  };
  for (const [name, value] of Object.entries(members)) feed.addExtension(extension(name, value));
  const { items: _none, ...made } = written.parse(JSON.parse(feed.json1()));
  const opening = JSON.stringify(made).slice(0, -1);
  // One item on each line: a change of one article is a change of one line.
  return { before: `${opening},"items":[`, between: ',', after: '\n]}\n' };
}

function personOf({ name, url, avatar }: Author): Record<string, string> {
  return { name, ...(url ? { url } : {}), ...(avatar ? { avatar } : {}) };
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
