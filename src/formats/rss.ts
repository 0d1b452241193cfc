import { type Extension, Feed, type Item } from 'feed';
import { noteElement, stylesheetInstruction } from './browser-note.js';
import { elementIn, extension, replaceOnce, tag, withoutIndentation } from './feed-package/feed-package.js';
import { Shapes, Slots } from './feed-package/placeholders.js';
import {
  categoriesOf,
  type FeedFormat,
  type FeedHead,
  type FeedItem,
  type Frame,
  isForeign,
} from './format.js';
import { historyElements } from './history-elements.js';

/** Everything that items may use, declared once for the document (RSS 2.0, "Extending RSS"). */
const root = [
  '<rss version="2.0"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:fh="http://purl.org/syndication/history/1.0"',
  'xmlns:media="http://search.yahoo.com/mrss/">',
].join(' ');

/**
 * RSS 2.0 by the RSS Advisory Board's specification and its best-practices profile. Authors are `dc:creator`
 * elements, since `author` must be an e-mail address; the whole text is `content:encoded` after `description`.
 */
export const rss: FeedFormat = {
  name: 'rss',
  label: 'RSS',
  fileName: 'rss.xml',
  mediaType: 'application/rss+xml',
  renderItem,
  renderFrame,
};

const shapes = new Shapes();

function renderItem(item: FeedItem): string {
  const { article, summary, html } = item;
  const slots = Slots.forXml();
  const enclosure = article.enclosures[0];
  const shape: Item = {
    title: slots.text(article.title),
    link: slots.text(article.url),
    date: slots.moment(article.date),
    ...(summary ? { description: slots.text(summary) } : {}),
    ...(html ? { content: slots.html(html) } : {}),
    category: categoriesOf(article).map((name) => ({ name: slots.text(name) })),
    ...(enclosure
      ? {
          enclosure: {
            url: slots.text(enclosure.url),
            length: enclosure.length,
            type: slots.text(enclosure.type),
          },
        }
      : {}),
    extensions: extensionsOf(item, slots),
  };
  return shapes.render(shape, slots, writeItem);
}

function writeItem(shape: Item): string {
  const feed = new Feed({ id: shape.link, title: shape.title, link: shape.link, updated: shape.date });
  feed.addItem(shape);
  return `${withoutIndentation(elementIn(feed.rss2(), 'item'))}\n`;
}

/** Elements that `feed` writes wrongly or not at all. */
function extensionsOf(item: FeedItem, slots: Slots): Extension[] {
  const { article } = item;
  const isPermaLink = String(article.id === article.url);
  const extensions = [extension('guid', { _attributes: { isPermaLink }, _text: slots.text(article.id) })];
  const add = (name: string, objects: unknown) => extensions.push(extension(name, objects));
  add(
    'dc:creator',
    article.authors.map(({ name }) => ({ _text: slots.text(name) })),
  );
  if (isForeign(item)) add('dc:language', { _text: slots.text(article.language) });
  if (article.link) add('atom:link', { _attributes: { rel: 'related', href: slots.text(article.link) } });
  if (article.image) add('media:content', imageOf(article.image, slots));
  return extensions;
}

function imageOf(image: { url: string; alt?: string }, slots: Slots): object {
  const description = image.alt ? { 'media:description': { _text: slots.text(image.alt) } } : {};
  return { _attributes: { url: slots.text(image.url), medium: 'image' }, ...description };
}

/** RSS 2.0, `cloud`: where a reader asks to be told, with a form (rssCloud, "How it works"). */
function cloudElement(register: string, slots: Slots): string {
  const { protocol, hostname, port, pathname } = new URL(register);
  const isSecure = protocol === 'https:';
  return tag('cloud', {
    domain: slots.text(hostname),
    port: port || (isSecure ? '443' : '80'),
    path: slots.text(pathname),
    registerProcedure: '',
    protocol: isSecure ? 'https-post' : 'http-post',
  });
}

function renderFrame(head: FeedHead): Frame {
  const slots = Slots.forXml();
  const { name, version, url } = head.generator;
  const feed = new Feed({
    id: slots.text(head.id),
    title: slots.text(head.title),
    description: slots.text(head.description || head.title),
    link: slots.text(head.pageUrl),
    feedLinks: { rss: slots.text(head.selfUrl) },
    language: slots.text(head.language),
    updated: head.updated ?? new Date(0),
    generator: slots.text(`${name} ${version} (${url})`),
    ttl: head.ttl,
    ...(head.copyright ? { copyright: slots.text(head.copyright) } : {}),
    ...(head.image ? { image: slots.text(head.image) } : {}),
    ...(head.hub ? { hub: slots.text(head.hub) } : {}),
  });
  for (const category of head.categories) feed.addCategory(slots.text(category));
  let xml = replaceOnce(withoutIndentation(feed.rss2()), /<rss [^<>]*>/, root);
  // Nothing was ever built in a feed without items; a moment of the build would differ from run to run.
  if (!head.updated) xml = replaceOnce(xml, /<lastBuildDate>[^<]*<\/lastBuildDate>\n/, '');
  xml = replaceOnce(xml, '?>\n', `?>\n${stylesheetInstruction(head.note, slots)}\n`);
  xml = replaceOnce(xml, '<channel>', ['<channel>', noteElement(head.note, slots)].join('\n'));
  const last = [
    ...(head.cloud ? [cloudElement(head.cloud, slots)] : []),
    ...historyElements(head.history, 'atom:link', rss.mediaType, slots),
  ];
  xml = replaceOnce(xml, '</channel>', [...last, '</channel>'].join('\n'));
  const [before = '', after = ''] = slots.fill(xml).split('</channel>');
  return { before, between: '', after: `</channel>${after}\n` };
}
