import { parseFeed } from 'feedsmith';
import type { Author } from '../articles/article.js';
import { oneLine } from '../text/plain-text.js';
import { textOf } from '../text/text-of.js';
import type { Imported, ImportedItem } from './imported-item.js';

type Parsed = ReturnType<typeof parseFeed<string>>;
type Feed<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];
type RssPerson = { name?: string | undefined; email?: string | undefined };
type Link = { href?: string | undefined; rel?: string | undefined };

/**
 * Reads RSS, RDF, Atom or JSON Feed.
 *
 * @param text the document
 * @throws an error where it is none of these
 */
export function readFeed(text: string): Imported {
  const { format, feed } = parseFeed(text);
  if (format === 'json') return fromJsonFeed(feed);
  if (format === 'atom') return fromAtom(feed);
  if (format === 'rss') return fromRss(feed);
  throw new Error(`${format.toUpperCase()} is not read; import RSS 2.0, Atom or JSON Feed.`);
}

function fromJsonFeed({ items = [], next_url, home_page_url, language, authors }: Feed<'json'>): Imported {
  const imported = items.map((item): ImportedItem => {
    const people = item.authors?.length ? item.authors : (authors ?? []);
    return {
      ...given({
        id: item.id === undefined ? undefined : String(item.id),
        url: item.url,
        link: item.external_url,
        date: item.date_published,
        updated: item.date_modified,
        summary: item.summary && oneLine(item.summary),
        image: item.image ? { url: item.image } : undefined,
        language: item.language ?? language,
      }),
      title: oneLine(item.title ?? ''),
      html: item.content_html ?? paragraphs(item.content_text ?? ''),
      authors: people.flatMap(({ name, url, avatar }) =>
        name || url ? [{ name: name ?? url ?? '', ...given({ url, avatar }) }] : [],
      ),
      sections: [],
      tags: item.tags ?? [],
      enclosures: (item.attachments ?? []).map(
        ({ url, mime_type, size_in_bytes, duration_in_seconds, title }) =>
          given({ url, type: mime_type, length: size_in_bytes, duration: duration_in_seconds, title }),
      ),
      draft: false,
    };
  });
  return { items: imported, leftOut: [], shortcodes: [], ...given({ next: next_url, home: home_page_url }) };
}

function fromAtom({ entries = [], links = [], authors: feedAuthors, xml }: Feed<'atom'>): Imported {
  const items = entries.map((entry): ImportedItem => {
    const own = entry.links ?? [];
    const people = entry.authors?.length ? entry.authors : (feedAuthors ?? []);
    const picture = entry.media?.contents?.find(({ medium }) => medium === 'image');
    return {
      ...given({
        id: entry.id,
        url: own.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
        link: own.find(({ rel }) => rel === 'related')?.href,
        date: entry.published ?? entry.updated,
        updated: entry.published && isLater(entry.updated, entry.published) ? entry.updated : undefined,
        summary: entry.content && entry.summary ? textIn(entry.summary) : undefined,
        image: pictureOf(picture),
        language: entry.xml?.lang ?? xml?.lang,
      }),
      title: entry.title ? textIn(entry.title) : '',
      html: htmlIn(entry.content ?? entry.summary ?? {}),
      authors: people.flatMap(({ name, email, uri }) =>
        name ? [{ name, ...given({ email, url: uri }) }] : [],
      ),
      sections: [],
      tags: (entry.categories ?? []).flatMap(({ term, label }) => label ?? term ?? []),
      enclosures: own
        .filter(({ rel }) => rel === 'enclosure')
        .map(({ href, type, length, title }) => given({ url: href, type, length, title })),
      draft: false,
    };
  });
  const home = links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
  return { items, leftOut: [], shortcodes: [], ...given({ next: olderIn(links), home }) };
}

function fromRss({ items = [], atom, link, language, generator }: Feed<'rss'>): Imported {
  // Most other programs escape texts twice.
  const isOurs = generator?.startsWith('feedwright ') === true;
  const plain = (text: string) => oneLine(isOurs ? text : textOf(text));
  const imported = items.map((item): ImportedItem => {
    const full = item.content?.encoded;
    const picture = item.media?.contents?.find(
      ({ medium, type }) => medium === 'image' || type?.startsWith('image/'),
    );
    // RSS has a place for one enclosure; further ones are media:content.
    const grouped = (item.media?.groups ?? []).flatMap(({ contents = [] }) => contents);
    const further = [...(item.media?.contents ?? []), ...grouped]
      .filter(
        (content) => content !== picture && content.medium !== 'image' && content.type && content.fileSize,
      )
      .filter(({ url }) => !item.enclosures?.some((enclosure) => enclosure.url === url))
      .map(({ url, type, fileSize }) => ({ url, type, length: fileSize }));
    const { guid } = item;
    return {
      ...given({
        id: guid?.value,
        url: item.link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        link: item.atom?.links?.find(({ rel }) => rel === 'related')?.href,
        date: item.pubDate ?? item.dc?.dates?.[0],
        updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
        summary: full && item.description ? plain(item.description) : undefined,
        image: pictureOf(picture),
        language: item.dc?.languages?.[0] ?? language,
      }),
      title: plain(item.title ?? ''),
      html: full ?? item.description ?? '',
      authors: rssAuthors([...(item.dc?.creators ?? []), ...(item.dc?.contributors ?? [])], item.authors),
      sections: [],
      tags: (item.categories ?? []).flatMap(({ name }) => (name ? [plain(name)] : [])),
      enclosures: [...(item.enclosures ?? []), ...further].map(({ url, type, length }) =>
        given({ url, type, length }),
      ),
      draft: false,
    };
  });
  return {
    items: imported,
    leftOut: [],
    shortcodes: [],
    ...given({ next: olderIn(atom?.links ?? []), home: link }),
  };
}

/** `dc:creator` is a name; the author of RSS is `mail@example.org (Name)`, or what people write there. */
function rssAuthors(creators: readonly string[] = [], authors: readonly RssPerson[] = []): Author[] {
  if (creators.length > 0) return creators.map((name) => ({ name }));
  return authors.flatMap(({ name, email }) =>
    name ? [{ name, ...given({ email }) }] : email ? [{ name: email }] : [],
  );
}

function pictureOf(
  picture: { url?: string | undefined; description?: { value?: string | undefined } | undefined } | undefined,
): ImportedItem['image'] {
  return picture?.url ? { url: picture.url, ...given({ alt: picture.description?.value }) } : undefined;
}

/** The document with older items (RFC 5005, sections 3 and 4). */
function olderIn(links: readonly Link[]): string | undefined {
  return links.find(({ rel }) => rel === 'prev-archive' || rel === 'next')?.href;
}

/** A text construct of Atom (RFC 4287, 3.1) as plain text. */
function textIn({ value = '', type }: { value?: string | undefined; type?: string | undefined }): string {
  return oneLine(type === 'html' || type === 'xhtml' ? textOf(value) : value);
}

function htmlIn({ value = '', type }: { value?: string | undefined; type?: string | undefined }): string {
  return type === undefined || type === 'text' ? paragraphs(value) : value;
}

function paragraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${part}</p>`)
    .join('\n');
}

/** Only what has a value. */
export function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

/**
 * Whether an entry was changed after its publication. Programs that know no change give the same moment, or another one in
 * the same minute.
 */
function isLater(updated: string | undefined, published: string): boolean {
  const apart = Date.parse(updated ?? '') - Date.parse(published);
  return Number.isNaN(apart) ? updated !== published : Math.abs(apart) >= 60_000;
}
