import { Feed, type Item } from 'feed';
import type { Author } from '../articles/article.js';
import { iriOf, publishedAt } from '../articles/article.js';
import { changedAt } from './entry-moments.js';
import { contentIn, replaceOnce } from './feed-package/feed-package.js';
import { Placeholders, Shapes } from './feed-package/placeholders.js';
import {
  categoriesOf,
  type FeedFormat,
  type FeedHead,
  type FeedItem,
  type Frame,
  isForeign,
} from './format.js';
import { declarationsFor, feedElements, itemElements } from './namespaces/namespaces.js';
import { elementText, type XmlElement } from './namespaces/xml-element.js';
import { xmlFrame } from './xml-frame.js';

/**
 * Atom 1.0 (RFC 4287). Titles and summaries are plain text (3.1.1.1), the whole text is HTML in `content`
 * (4.1.3), every enclosure is a link with type and length (4.2.7).
 */
export const atom = {
  name: 'atom',
  label: 'Atom',
  fileName: 'atom.xml',
  mediaType: 'application/atom+xml',
  servedAs: 'application/xml; charset=utf-8',
  renderItem,
  renderFrame,
} as const satisfies FeedFormat;

/** RFC 4287, 4.2.15 wants a moment even in a feed without entries: that of the RFC, before which there was no Atom. */
const noUpdate = { date: new Date('2005-12-01T00:00:00Z'), offset: 0 };

/** What decides how an entry is written, but for its values. */
interface EntryShape {
  item: Item;
  /** Language of the entry, where it is not that of the feed. */
  language?: string;
  /** What `feed` does not write: enclosures with their real type, the page of a link post, other namespaces. */
  more: readonly XmlElement[];
}

const shapes = new Shapes();

function renderItem(item: FeedItem): string {
  const { article, summary, html } = item;
  const placeholders = Placeholders.forXml();
  const shape: EntryShape = {
    item: {
      // RFC 4287, 4.1.2: an entry has a title, also that of a note.
      title: placeholders.text(article.title),
      id: placeholders.text(iriOf(article.id)),
      link: placeholders.text(item.link),
      date: placeholders.moment(changedAt(article)),
      published: placeholders.moment(publishedAt(article)),
      ...(summary ? { description: placeholders.text(summary) } : {}),
      ...(html ? { content: placeholders.html(html) } : {}),
      author: article.authors.map((author) => personOf(author, placeholders)),
      // A label would say the same as the term (RFC 4287, 4.2.2.3).
      category: categoriesOf(article).map((name) => ({ term: placeholders.text(name) })),
    },
    ...(isForeign(item) ? { language: placeholders.text(article.language) } : {}),
    more: [
      ...(article.contributors ?? []).map((person) => contributorElement(person, placeholders)),
      ...linksOf(item, placeholders),
      ...itemElements(item, placeholders, atom),
    ],
  };
  return shapes.render(shape, placeholders, writeEntry);
}

function writeEntry({ item, language, more }: EntryShape): string {
  const feed = new Feed({ id: item.link, title: item.title, link: item.link, updated: item.date });
  feed.addItem(item);
  const written = replaceOnce(
    contentIn(feed.atom1(), 'entry'),
    '<link ',
    '<link rel="alternate" type="text/html" ',
  );
  const opening = language === undefined ? '<entry>' : `<entry xml:lang="${language}">`;
  return [opening, withPlainText(written), ...more.map(elementText), '</entry>', ''].join('\n');
}

/** `feed` calls every title and summary HTML; they are plain text, and readers would drop what looks like a tag. */
function withPlainText(entry: string): string {
  return replaceOnce(entry, '<title type="html">', '<title>').replace('<summary type="html">', '<summary>');
}

function linksOf({ article, related }: FeedItem, placeholders: Placeholders): XmlElement[] {
  const links = article.enclosures.map(({ url, type, length, title }) =>
    linkTo({
      rel: 'enclosure',
      href: placeholders.text(url),
      type: placeholders.text(type),
      length: length || undefined,
      title: title && placeholders.text(title),
    }),
  );
  return related ? [...links, linkTo({ rel: 'related', href: placeholders.text(related) })] : links;
}

function linkTo(attributes: XmlElement['attributes'] & { rel: string; href: string }): XmlElement {
  return { name: 'link', attributes };
}

function personOf(
  { name, email, url }: Author,
  placeholders: Placeholders,
): { name: string; email?: string; link?: string } {
  return {
    name: placeholders.text(name),
    ...(email ? { email: placeholders.text(email) } : {}),
    ...(url ? { link: placeholders.text(url) } : {}),
  };
}

/** RFC 4287, 4.2.3. */
function contributorElement(person: Author, placeholders: Placeholders): XmlElement {
  const { name, email, link } = personOf(person, placeholders);
  const parts = Object.entries({ name, email, uri: link });
  return {
    name: 'contributor',
    children: parts.flatMap(([part, text]) => (text === undefined ? [] : [{ name: part, text }])),
  };
}

function renderFrame(head: FeedHead): Frame {
  const placeholders = Placeholders.forXml();
  const { name, version, url } = head.generator;
  const feed = new Feed({
    id: placeholders.text(head.id),
    title: placeholders.text(head.title),
    ...(head.description ? { description: placeholders.text(head.description) } : {}),
    updated: placeholders.moment(head.changed ?? noUpdate),
    generator: placeholders.text(name),
    author: personOf(head.author, placeholders),
    ...(head.copyright ? { copyright: placeholders.text(head.copyright) } : {}),
    ...(head.image ? { image: placeholders.text(head.image) } : {}),
    ...(head.icon ? { favicon: placeholders.text(head.icon) } : {}),
  });
  for (const category of head.categories) feed.addCategory(placeholders.text(category));
  const opening = [
    '<feed xmlns="http://www.w3.org/2005/Atom"',
    ...declarationsFor('atom', head),
    `xml:lang="${placeholders.text(head.language)}">`,
  ].join(' ');
  const generator = `<generator uri="${placeholders.text(url)}" version="${placeholders.text(version)}">`;
  return xmlFrame(head, placeholders, {
    opening: [opening],
    written: replaceOnce(contentIn(feed.atom1(), 'feed'), '<generator>', generator),
    more: elementsOfFeed(head, placeholders),
    closing: ['</feed>'],
  });
}

function elementsOfFeed(head: FeedHead, placeholders: Placeholders): XmlElement[] {
  const { pageUrl, selfUrl, hub } = head;
  return [
    linkTo({ rel: 'alternate', type: 'text/html', href: placeholders.text(pageUrl) }),
    linkTo({ rel: 'self', type: atom.mediaType, href: placeholders.text(selfUrl) }),
    ...(hub ? [linkTo({ rel: 'hub', href: placeholders.text(hub) })] : []),
    ...feedElements(head, placeholders, atom),
  ];
}
