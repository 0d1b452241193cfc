import { createRequire } from 'node:module';
import type { SaxesTagNS } from 'saxes';
import * as z from 'zod';
import { lazyImport } from '../platform/lazy-import.js';

const require = createRequire(import.meta.url);
const saxes = lazyImport<typeof import('saxes')>(() => require('saxes'));

/** What a reader gets of an item; nothing for what the document does not say. */
export interface ReadItem {
  id?: string;
  link?: string;
  date?: string;
  title?: string;
  summary?: string;
  content?: string;
}

type Field = keyof ReadItem;

/** The elements of an item that are read, by the namespace and the name of each. */
const fieldsOfItem: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  '{}item': {
    '{}guid': 'id',
    '{}link': 'link',
    '{}pubDate': 'date',
    '{}title': 'title',
    '{}description': 'summary',
    '{http://purl.org/rss/1.0/modules/content/}encoded': 'content',
  },
  '{http://www.w3.org/2005/Atom}entry': {
    '{http://www.w3.org/2005/Atom}id': 'id',
    '{http://www.w3.org/2005/Atom}published': 'date',
    '{http://www.w3.org/2005/Atom}title': 'title',
    '{http://www.w3.org/2005/Atom}summary': 'summary',
    '{http://www.w3.org/2005/Atom}content': 'content',
  },
};

/**
 * Reads a document in XML with a strict parser, and the items in it where it is a feed.
 *
 * @throws an error where it is not well-formed, or has a prefix without a namespace
 */
export function readXml(text: string): ReadItem[] {
  const parser = new (saxes().SaxesParser)({ xmlns: true });
  const items: ReadItem[] = [];
  let fields: Readonly<Record<string, Field>> | undefined;
  let field: Field | undefined;
  let depth = 0;
  let itemDepth = 0;
  const add = (part: string) => {
    const item = items.at(-1);
    if (item && field && depth === itemDepth + 1) item[field] += part;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    depth += 1;
    const name = `{${tag.uri}}${tag.local}`;
    const item = items.at(-1);
    if (!fields && fieldsOfItem[name] && depth <= 3) {
      fields = fieldsOfItem[name];
      itemDepth = depth;
      items.push({});
    } else if (item && fields && depth === itemDepth + 1) {
      field = fields[name];
      if (field) item[field] = '';
      const { rel, href } = tag.attributes;
      if (tag.local === 'link' && rel?.value === 'alternate' && href) item.link = href.value;
    }
  });
  parser.on('closetag', () => {
    if (depth === itemDepth) fields = undefined;
    if (depth === itemDepth + 1) field = undefined;
    depth -= 1;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return items;
}

const jsonFeed = z.looseObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  items: z.array(
    z.looseObject({
      id: z.string().exactOptional(),
      url: z.string().exactOptional(),
      date_published: z.string().exactOptional(),
      title: z.string().exactOptional(),
      summary: z.string().exactOptional(),
      content_text: z.string().exactOptional(),
      content_html: z.string().exactOptional(),
    }),
  ),
});

/**
 * Reads the items of a JSON Feed.
 *
 * @throws an error where it is not one
 */
export function readJsonFeed(text: string): ReadItem[] {
  return jsonFeed.parse(JSON.parse(text)).items.map((item) => {
    const { id, url, date_published, title, content_html } = item;
    const summary = item.summary ?? item.content_text;
    return {
      ...(id === undefined ? {} : { id }),
      ...(url === undefined ? {} : { link: url }),
      ...(date_published === undefined ? {} : { date: date_published }),
      ...(title === undefined ? {} : { title }),
      ...(summary === undefined ? {} : { summary }),
      ...(content_html === undefined ? {} : { content: content_html }),
    };
  });
}
