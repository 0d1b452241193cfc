import { type Extension, Feed, type Item } from 'feed';
import { noteElement, stylesheetInstruction } from './browser-note.js';
import { elementIn, extension, replaceOnce, tag, withoutIndentation } from './feed-package/feed-package.js';
import { Placeholders, Shapes } from './feed-package/placeholders.js';
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
  const placeholders = Placeholders.forXml();
  const enclosure = article.enclosures[0];
  const shape: Item = {
    title: placeholders.text(article.title),
    link: placeholders.text(article.url),
    date: placeholders.moment(article.date),
    ...(summary ? { description: placeholders.text(summary) } : {}),
    ...(html ? { content: placeholders.html(html) } : {}),
    category: categoriesOf(article).map((name) => ({ name: placeholders.text(name) })),
    ...(enclosure
      ? {
          enclosure: {
            url: placeholders.text(enclosure.url),
            length: enclosure.length,
            type: placeholders.text(enclosure.type),
          },
        }
      : {}),
    extensions: extensionsOf(item, placeholders),
  };
  return shapes.render(shape, placeholders, writeItem);
}

function writeItem(shape: Item): string {
  const feed = new Feed({ id: shape.link, title: shape.title, link: shape.link, updated: shape.date });
  feed.addItem(shape);
  return `${withoutIndentation(elementIn(feed.rss2(), 'item'))}\n`;
}

/** Elements that `feed` writes wrongly or not at all. */
function extensionsOf(item: FeedItem, placeholders: Placeholders): Extension[] {
  const { article } = item;
  const isPermaLink = String(article.id === article.url);
  const extensions = [
    extension('guid', { _attributes: { isPermaLink }, _text: placeholders.text(article.id) }),
  ];
  const add = (name: string, objects: unknown) => extensions.push(extension(name, objects));
  add(
    'dc:creator',
    article.authors.map(({ name }) => ({ _text: placeholders.text(name) })),
  );
  if (isForeign(item)) add('dc:language', { _text: placeholders.text(article.language) });
  if (article.link)
    add('atom:link', { _attributes: { rel: 'related', href: placeholders.text(article.link) } });
  if (article.image) add('media:content', imageOf(article.image, placeholders));
  return extensions;
}

function imageOf(image: { url: string; alt?: string }, placeholders: Placeholders): object {
  const description = image.alt ? { 'media:description': { _text: placeholders.text(image.alt) } } : {};
  return { _attributes: { url: placeholders.text(image.url), medium: 'image' }, ...description };
}

/** RSS 2.0, `cloud`: where a reader asks to be told, with a form (rssCloud, "How it works"). */
function cloudElement(register: string, placeholders: Placeholders): string {
  const { protocol, hostname, port, pathname } = new URL(register);
  const isSecure = protocol === 'https:';
  return tag('cloud', {
    domain: placeholders.text(hostname),
    port: port || (isSecure ? '443' : '80'),
    path: placeholders.text(pathname),
    registerProcedure: '',
    protocol: isSecure ? 'https-post' : 'http-post',
  });
}

function renderFrame(head: FeedHead): Frame {
  const placeholders = Placeholders.forXml();
  const { name, version, url } = head.generator;
  const feed = new Feed({
    id: placeholders.text(head.id),
    title: placeholders.text(head.title),
    description: placeholders.text(head.description || head.title),
    link: placeholders.text(head.pageUrl),
    feedLinks: { rss: placeholders.text(head.selfUrl) },
    language: placeholders.text(head.language),
    updated: head.updated ?? new Date(0),
    generator: placeholders.text(`${name} ${version} (${url})`),
    ttl: head.ttl,
    ...(head.copyright ? { copyright: placeholders.text(head.copyright) } : {}),
    ...(head.image ? { image: placeholders.text(head.image) } : {}),
    ...(head.hub ? { hub: placeholders.text(head.hub) } : {}),
  });
  for (const category of head.categories) feed.addCategory(placeholders.text(category));
  let xml = replaceOnce(withoutIndentation(feed.rss2()), /<rss [^<>]*>/, root);
  // Nothing was ever built in a feed without items; a moment of the build would differ from run to run.
  if (!head.updated) xml = replaceOnce(xml, /<lastBuildDate>[^<]*<\/lastBuildDate>\n/, '');
  xml = replaceOnce(xml, '?>\n', `?>\n${stylesheetInstruction(head.note, placeholders)}\n`);
  xml = replaceOnce(xml, '<channel>', ['<channel>', noteElement(head.note, placeholders)].join('\n'));
  const last = [
    ...(head.cloud ? [cloudElement(head.cloud, placeholders)] : []),
    ...historyElements(head.history, 'atom:link', rss.mediaType, placeholders),
  ];
  xml = replaceOnce(xml, '</channel>', [...last, '</channel>'].join('\n'));
  const [before = '', after = ''] = placeholders.fill(xml).split('</channel>');
  return { before, between: '', after: `</channel>${after}\n` };
}
