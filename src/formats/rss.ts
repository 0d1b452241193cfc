import { type Extension, Feed, type Item } from 'feed';
import { type Author, publishedAt } from '../articles/article.js';
import { mainEnclosure } from '../feeds/podcasts/podcast.js';
import { rfc822 } from '../language/timestamp.js';
import { escapeHtmlText } from '../text/escape-html.js';
import { contentIn, extension } from './feed-package/feed-package.js';
import { Placeholders, Shapes } from './feed-package/placeholders.js';
import {
  categoriesOf,
  type FeedFormat,
  type FeedHead,
  type FeedItem,
  type Frame,
  itemTitle,
} from './format.js';
import { declarationsFor, feedElements, itemElements } from './namespaces/namespaces.js';
import { asExtensions, type XmlElement } from './namespaces/xml-element.js';
import { xmlFrame } from './xml-frame.js';

/**
 * RSS 2.0 by the RSS Advisory Board's specification and its best-practices profile. Authors are in
 * Dublin Core, since `author` must be an e-mail address, and an item should not have both; the whole text is `content:encoded` after `description`.
 */
export const rss = {
  name: 'rss',
  label: 'RSS',
  fileName: 'rss.xml',
  mediaType: 'application/rss+xml',
  servedAs: 'application/xml; charset=utf-8',
  renderItem,
  renderFrame,
} as const satisfies FeedFormat;

const shapes = new Shapes();

function renderItem(item: FeedItem): string {
  const { article, summary, html } = item;
  const placeholders = Placeholders.forXml();
  // RSS has one enclosure: that of a podcast plays.
  const enclosure = mainEnclosure(article) ?? article.enclosures[0];
  const title = itemTitle(item);
  const shape: Item = {
    title: title && placeholders.text(title),
    link: placeholders.text(item.link),
    date: placeholders.moment(publishedAt(article)),
    // RSS 2.0: a description is HTML, though this one has no tags.
    ...(summary ? { description: placeholders.text(escapeHtmlText(summary)) } : {}),
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
  return `<item>\n${contentIn(feed.rss2(), 'item')}\n</item>\n`;
}

/** Elements that `feed` writes wrongly or not at all. */
function extensionsOf(item: FeedItem, placeholders: Placeholders): Extension[] {
  const { id, url } = item.article;
  const attributes = { isPermaLink: String(id === url) };
  const guid = { name: 'guid', attributes, text: placeholders.text(id) };
  return asExtensions([guid, ...itemElements(item, placeholders, rss)]);
}

/** Somebody as RSS 2.0 writes editors: `ann@example.org (Ann Lee)`; nothing without a mail address. */
function mailOf({ name, email }: Author): string | undefined {
  return email && /^[^\s@()]+@[^\s@()]+$/.test(email) ? `${email} (${name})` : undefined;
}

/** RSS 2.0, `cloud`: where a reader asks to be told, with a form (rssCloud, "How it works"). */
function cloudElement(register: string, placeholders: Placeholders): XmlElement {
  const { protocol, hostname, port, pathname } = new URL(register);
  const isSecure = protocol === 'https:';
  const attributes = {
    domain: placeholders.text(hostname),
    port: port || (isSecure ? '443' : '80'),
    path: placeholders.text(pathname),
    registerProcedure: '',
    protocol: isSecure ? 'https-post' : 'http-post',
  };
  return { name: 'cloud', attributes };
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
    updated: head.updated ? placeholders.moment(head.updated) : new Date(0),
    generator: placeholders.text(`${name} ${version} (${url})`),
    ttl: head.ttl,
    ...(head.copyright ? { copyright: placeholders.text(head.copyright) } : {}),
    ...(head.image ? { image: placeholders.text(head.image) } : {}),
    ...(head.hub ? { hub: placeholders.text(head.hub) } : {}),
  });
  for (const category of head.categories) feed.addCategory(placeholders.text(category));
  const editor = mailOf(head.author);
  if (head.published)
    feed.addExtension(extension('pubDate', [{ _text: placeholders.text(rfc822(head.published)) }]));
  // Nothing was ever built in a feed without items; a moment of the build would differ from run to run.
  if (!head.updated) feed.addExtension(extension('lastBuildDate', []));
  return xmlFrame(head, placeholders, {
    // Everything that items may use is declared once for the document (RSS 2.0, "Extending RSS").
    opening: [`<rss version="2.0" ${declarationsFor('rss', head).join(' ')}>`, '<channel>'],
    written: contentIn(feed.rss2(), 'channel'),
    more: [
      ...(editor ? [{ name: 'managingEditor', text: placeholders.text(editor) }] : []),
      ...(head.cloud ? [cloudElement(head.cloud, placeholders)] : []),
      ...feedElements(head, placeholders, rss),
    ],
    closing: ['</channel>', '</rss>'],
  });
}
