import { iriOf, type PublishedArticle } from '../articles/article.js';
import { itemTitle } from '../formats/format.js';
import { digestOf } from '../platform/digest.js';
import { reasonOf } from '../platform/reason.js';
import { type Document, textOfDocument } from '../publish/document.js';
import { PublishError } from '../publish/publish-error.js';
import { escapeHtmlText } from '../text/escape-html.js';
import { withoutIllegalCharacters } from '../text/xml-characters.js';
import { type ReadItem, readJsonFeed, readXml } from './read-documents.js';

/** An item as it is meant. */
export interface MeantItem {
  article: PublishedArticle;
  /** What it leads to in RSS and Atom. */
  link: string;
  /** Plain text; may be empty. */
  summary: string;
  /** It is an episode of a podcast. */
  isEpisode?: boolean;
  /** Digest of the HTML; nothing where the item has none. */
  html?: string | undefined;
}

/**
 * Reads a feed document back with a strict parser, before anything is published, and compares the ids, links, dates,
 * titles and texts of its items with the articles that went in.
 *
 * @param meant its items
 * @param texts whether titles and texts are compared, too; a plugin may have changed them on purpose
 * @returns the document, made
 * @throws PublishError where it does not say what it should: that is a bug of ours
 */
export function verifyFeed(document: Document, meant: readonly MeantItem[], texts = true): Document {
  return verified(document, (text) => {
    const isJson = document.mediaType.endsWith('json');
    const items = isJson ? readJsonFeed(text) : readXml(text);
    if (items.length !== meant.length) return `${items.length} items instead of ${meant.length}`;
    for (const [index, item] of items.entries()) {
      const wanted = meant[index];
      const wrong =
        wanted &&
        (whatDiffers(item, wanted, document.mediaType) ??
          (texts && whatTextDiffers(item, wanted, document.mediaType)));
      if (wrong) return wrong;
    }
    return undefined;
  });
}

/**
 * Reads another document back where it is one in XML.
 *
 * @throws PublishError where it is not well-formed
 */
export function verifyXml(document: Document): Document {
  if (!/[/+-](?:xml|opml)\b/.test(document.mediaType)) return document;
  return verified(document, (text) => {
    readXml(text);
    return undefined;
  });
}

const bug =
  'A plugin changed it, or this is a bug in feedwright: please report it with the articles. Nothing was published.';

function verified(document: Document, look: (text: string) => string | undefined): Document {
  const content = document.content();
  const made = { ...document, content: () => content };
  let wrong: string | undefined;
  try {
    wrong = look(textOfDocument(made));
  } catch (error) {
    wrong = reasonOf(error);
  }
  if (!wrong) return made;
  throw new PublishError([{ message: `${document.path} does not say what it should: ${wrong}.`, hint: bug }]);
}

function whatDiffers(item: ReadItem, meant: MeantItem, mediaType: string): string | undefined {
  const { article } = meant;
  const { id, link, date } = item;
  const [isAtom, isJson] = [mediaType.includes('atom'), mediaType.endsWith('json')];
  const wanted = withoutIllegalCharacters(isAtom ? iriOf(article.id) : article.id);
  if (id !== wanted) return `the id ${id} instead of ${wanted}`;
  const address = isJson ? article.url : meant.link;
  if (link !== address) return `the link ${link} instead of ${address}`;
  // RSS has no parts of a second.
  const isSame = Math.abs(Date.parse(date ?? '') - article.date.getTime()) < 1000;
  return isSame ? undefined : `the date ${date} instead of ${article.date.toISOString()}`;
}

function whatTextDiffers(
  { title = '', summary = '', content }: ReadItem,
  meant: MeantItem,
  mediaType: string,
): string | undefined {
  const { article } = meant;
  const isRss = mediaType.includes('rss');
  const wanted = withoutIllegalCharacters(mediaType.includes('atom') ? article.title : itemTitle(meant));
  if (title !== wanted) return `the title "${title}" instead of "${wanted}"`;
  const about = withoutIllegalCharacters(meant.summary);
  // What RSS calls a description is HTML.
  if (summary !== (isRss ? escapeHtmlText(about) : about)) return `another summary of ${article.url}`;
  const html = content === undefined ? undefined : digestOf(content);
  return html === meant.html ? undefined : `another text of ${article.url}`;
}
