import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import type { Author } from '../articles/article.js';
import { oneLine } from '../text/plain-text.js';
import { textOf } from '../text/text-of.js';
import type { Imported, ImportedItem } from './imported-item.js';
import { given } from './read-feed.js';
import { type Picture, shortcodesIn, wordpressHtml } from './wordpress-html.js';

const lists = ['item', 'category', 'wp:author', 'wp:postmeta'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => lists.includes(name),
  processEntities: { enabled: true, maxTotalExpansions: 10_000_000, maxExpandedLength: 100_000_000 },
  htmlEntities: true,
});

const text = z
  .union([z.string(), z.looseObject({ '#': z.string().default('') }).transform((node) => node['#'])])
  .catch('')
  .default('');
const category = z.object({ '@domain': z.string().default('category'), '#': z.string().default('') });
const item = z.object({
  title: text,
  link: text,
  pubDate: text,
  'dc:creator': text,
  guid: text,
  'content:encoded': text,
  'excerpt:encoded': text,
  'wp:post_date_gmt': text,
  'wp:post_date': text,
  'wp:post_modified_gmt': text,
  'wp:status': text,
  'wp:post_type': text,
  'wp:post_password': text,
  'wp:post_id': text,
  'wp:post_parent': text,
  'wp:attachment_url': text,
  category: z.array(category).default([]),
  'wp:postmeta': z.array(z.object({ 'wp:meta_key': text, 'wp:meta_value': text })).default([]),
});
const author = z.object({
  'wp:author_login': text,
  'wp:author_email': text,
  'wp:author_display_name': text,
});
const exported = z.object({
  rss: z.object({
    channel: z.object({
      language: text,
      link: text,
      'wp:author': z.array(author).default([]),
      item: z.array(item).default([]),
    }),
  }),
});

type Post = z.output<typeof item>;

/** Whether a text is an export of WordPress (WXR). */
export function isWordpressExport(document: string): boolean {
  return /xmlns:wp=["']http:\/\/wordpress\.org\/export\//.test(document.slice(0, 4000));
}

/** Reads the posts of an export of WordPress; pages, attachments, menus and revisions are left out and reported. */
export function readWordpress(document: string): Imported {
  const { channel } = exported.parse(parser.parse(document)).rss;
  const people = new Map(
    channel['wp:author'].map((person): [string, Author] => {
      const { 'wp:author_login': login, 'wp:author_email': email, 'wp:author_display_name': name } = person;
      return [login, { name: name || login, ...given({ email }) }];
    }),
  );
  const imported: Imported = { items: [], leftOut: [], shortcodes: [], ...given({ home: channel.link }) };
  const library = new MediaLibrary(channel.item);
  for (const post of channel.item) {
    const reason = reasonToLeaveOut(post);
    if (reason) {
      imported.leftOut.push({ title: plain(post.title), reason });
      continue;
    }
    let room = mostPictures;
    const html = wordpressHtml(post['content:encoded'], (ids) => {
      const pictures = library.picturesOf(post, ids);
      if (pictures.length > room) return [];
      room -= pictures.length;
      return pictures;
    });
    imported.shortcodes.push(...shortcodesIn(html));
    imported.items.push({ ...itemOf(post, people, channel.language), html });
  }
  return imported;
}

/** Pictures of the galleries of one post; a gallery for which there is no room stays as it is written. */
const mostPictures = 1000;
/** Characters of the address of a picture. */
const longestAddress = 2000;

/** The pictures among the attachments of an export. */
class MediaLibrary {
  private readonly byId = new Map<string, Picture>();
  private readonly byParent = new Map<string, Picture[]>();

  constructor(posts: readonly Post[]) {
    for (const post of posts) {
      const { 'wp:attachment_url': url, 'wp:post_parent': parent } = post;
      const isPicture = /^https?:\/\/.*\.(?:jpe?g|png|gif|webp|avif)$/i.test(url);
      if (post['wp:post_type'] !== 'attachment' || !isPicture || url.length > longestAddress) continue;
      const meta = post['wp:postmeta'].find((each) => each['wp:meta_key'] === '_wp_attachment_image_alt');
      const picture = { url, alt: plain(meta?.['wp:meta_value'] ?? '') };
      this.byId.set(post['wp:post_id'], picture);
      const siblings = this.byParent.get(parent);
      if (siblings) siblings.push(picture);
      else this.byParent.set(parent, [picture]);
    }
  }

  /** Those with these ids, in their order; without ids, all of a post. */
  picturesOf(post: Post, ids: readonly string[]): Picture[] {
    if (ids.length === 0) return this.byParent.get(post['wp:post_id']) ?? [];
    return [...new Set(ids)].flatMap((id) => this.byId.get(id) ?? []);
  }
}

function reasonToLeaveOut(post: Post): string | undefined {
  const { 'wp:post_type': type, 'wp:status': status } = post;
  if (type && type !== 'post') return type;
  if (['trash', 'auto-draft', 'inherit'].includes(status)) return status;
  return post['wp:post_password'] ? 'protected by a password' : undefined;
}

function itemOf(
  post: Post,
  people: ReadonlyMap<string, Author>,
  language: string,
): Omit<ImportedItem, 'html'> {
  const names = (domain: string) =>
    post.category.filter((each) => each['@domain'] === domain).map((each) => plain(each['#']));
  const login = post['dc:creator'];
  const date = moment(post['wp:post_date_gmt']) ?? moment(post['wp:post_date']) ?? post.pubDate;
  const modified = moment(post['wp:post_modified_gmt']);
  const isDraft = ['draft', 'pending', 'private'].includes(post['wp:status']);
  return {
    ...given({
      id: post.guid,
      url: isDraft ? undefined : post.link,
      date,
      updated: modified === date ? undefined : modified,
      summary: plain(post['excerpt:encoded']),
      language: language.split('-')[0],
    }),
    title: plain(post.title),
    authors: login ? [people.get(login) ?? { name: login }] : [],
    sections: names('category').filter((name) => name !== 'Uncategorized'),
    tags: names('post_tag'),
    enclosures: post['wp:postmeta']
      .filter((meta) => meta['wp:meta_key'] === 'enclosure')
      .map((meta) => {
        const [url = '', length, type] = meta['wp:meta_value'].split('\n').map((line) => line.trim());
        return given({ url, type, length: length && /^\d+$/.test(length) ? Number(length) : undefined });
      }),
    draft: isDraft,
  };
}

/** WordPress writes moments in UTC without saying so, and no moment as zeros. */
function moment(written: string): string | undefined {
  return /^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written) ? `${written.replace(' ', 'T')}Z` : undefined;
}

function plain(written: string): string {
  return oneLine(textOf(written));
}
