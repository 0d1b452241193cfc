import { decodeHTMLStrict } from 'entities';
import { type Diagnostic, diagnose, hasErrors } from '../diagnostics/diagnostic.js';
import { languageTag } from '../language/language-tag.js';
import type { FileTracker } from '../platform/fingerprints.js';
import { asUri } from '../platform/iri.js';
import { hasIllegalCharacters, withoutIllegalCharacters } from '../text/xml-characters.js';
import type { Article, Author } from './article.js';
import type { Conventions } from './conventions.js';
import { isFromHistory } from './dates/git-date.js';
import type { DateReading } from './dates/parse-date.js';
import { type FileReading, readDates } from './dates/read-dates.js';
import { firstHeading, firstWords } from './first-heading.js';
import { fromPath, slugFor, titleFromName } from './from-path.js';
import { readAuthors } from './front-matter/authors.js';
import { enclosuresBeside, readEpisode } from './front-matter/episode.js';
import { type Naming, namingOf, renameFields } from './front-matter/field-names.js';
import { FieldReader } from './front-matter/field-reader.js';
import { type FrontMatter, readFrontMatter } from './front-matter/front-matter.js';
import { readEnclosures, readImage } from './front-matter/written-enclosures.js';
import { reportFailure } from './report-failure.js';
import type { Source } from './source.js';
import { readSourceText, type SourceText } from './source-text.js';
import type { StoredArticle } from './stored-article.js';

/** An article, or none where its file can't be used, with everything that was found wrong. */
export interface ReadArticle {
  article?: Article;
  diagnostics: Diagnostic[];
  /** Hash of the file's bytes, where it could be read. */
  hash?: () => string;
  /** It says something of the history of its file, which changes without the file. */
  isFromHistory?: boolean;
  /** The article as text, where it came as one. */
  stored?: StoredArticle;
}

/** How a site writes its articles. */
export interface Reading extends DateReading {
  /** Languages that may have a folder of their own at the top of the articles. */
  folderLanguages: readonly string[];
  /** Articles without a title and a heading are notes. */
  notes?: boolean;
  /** What the tool that the articles were written for means by them. */
  conventions: Conventions;
  /** Looks at files beside the articles. */
  files: FileTracker;
}

/**
 * Reads one file into an {@link Article}: front matter, and what the body and the name tell where it is silent.
 * The body itself is not kept; it is read again for the documents that show it.
 *
 * @param source the file
 * @param reading how the site writes dates, and its languages
 * @param naming what its fields are called
 */
export function readArticle(
  source: Source,
  reading: Reading,
  naming: Naming = namingOf(reading.conventions),
): ReadArticle {
  try {
    return readFile(source, reading, naming);
  } catch (error) {
    return { diagnostics: [reportFailure(error, source)] };
  }
}

function readFile(source: Source, reading: Reading, naming: Naming): ReadArticle {
  const { conventions } = reading;
  const read = readSourceText(source, 'head');
  if (read.text === undefined) return read;
  const { diagnostics } = read;
  const { text, frontMatter } = readHead(read, source.path, conventions.hasHeaders);
  if ('code' in frontMatter) return { diagnostics: [...diagnostics, frontMatter] };

  const own = renameFields(frontMatter.fields, naming);
  const fields = conventions.inherited
    ? { ...conventions.inherited(source.sitePath, reading.files), ...own }
    : own;
  const reader = new FieldReader(fields, text, source.path, naming);
  diagnostics.push(...frontMatter.warnings);
  if (hasIllegalCharacters(source.path)) {
    const message = 'The name of the file contained control characters, which were removed.';
    diagnostics.push(diagnose('FW030', { file: source.path, message }));
  }
  try {
    const article = articleFrom({ source, read, frontMatter, fields }, reader, reading);
    reader.reportSlips();
    diagnostics.push(...reader.diagnostics);
    if (hasErrors(diagnostics)) return { diagnostics };
    const { hash } = read;
    return { article, diagnostics, hash, isFromHistory: Object.values(fields).some(isFromHistory) };
  } catch (error) {
    return { diagnostics: [...diagnostics, reportFailure(error, source, frontMatter.bodyLine)] };
  }
}

/** The front matter, and the text that it was found in: the beginning of the file, if that holds all of it. */
function readHead(
  read: SourceText,
  file: string,
  hasHeaders = false,
): { text: string; frontMatter: FrontMatter | Diagnostic } {
  const frontMatter = readFrontMatter(read.text, file, hasHeaders);
  const isFound = !('code' in frontMatter) && frontMatter.bodyOffset > 0;
  if (isFound) return { text: read.text, frontMatter };
  const text = read.whole();
  return { text, frontMatter: text === read.text ? frontMatter : readFrontMatter(text, file, hasHeaders) };
}

/** A file, split: its text, and the fields at its top with those that it inherits. */
interface ReadFile {
  source: Source;
  read: SourceText;
  frontMatter: FrontMatter;
  fields: Readonly<Record<string, unknown>>;
}

function articleFrom(file: ReadFile, reader: FieldReader, reading: Reading): Article {
  const { source, read, fields } = file;
  const { conventions } = reading;
  const { bodyOffset, bodyLine } = file.frontMatter;
  const place = fromPath(source.place, reading.folderLanguages, conventions.keepsDateInName);
  const titles = readTitle(file, reader, reading);
  const language = readLanguage(reader, place.language ?? reading.language);
  const { timezone, dateFormats } = reading;
  const dates: FileReading = { timezone, language, dateFormats, file: source.file, files: reading.files };
  return {
    source,
    body: { offset: bodyOffset, line: bodyLine, bytes: read.bytes },
    ...titles,
    title: titles.title ?? titleFromName(withoutIllegalCharacters(place.name)),
    isTitleFromName: titles.title === undefined ? true : undefined,
    ...readDates(reader, dates, place),
    summary: summaryIn(reader, conventions),
    image: readImage(reader),
    permalink: reader.line('permalink'),
    link: readLink(reader),
    id: reader.line('id'),
    authors: readAuthors(reader, conventions.authors),
    contributors: contributorsIn(reader, conventions),
    sections: [
      ...new Set([
        ...(source.place.sections ?? []).map(withoutIllegalCharacters),
        ...reader.list('sections'),
      ]),
    ],
    tags: reader.list('tags').filter((tag) => !conventions.ignoredTags?.has(tag)),
    ...recordingsOf(file, reader),
    language,
    inLanguageFolder: place.language !== undefined && language !== reading.language,
    translationKey: reader.line('translationKey') ?? place.translationKey,
    folders: place.folders,
    inFeeds: readInFeeds(reader, conventions),
    draft:
      source.place.draft === true ||
      reader.flag('draft') === true ||
      isUnpublished(fields) ||
      conventions.isDraft?.(fields) === true,
    hidden: conventions.hides?.(fields) === true,
    slug: slugFor(reader.line('slug'), place.name),
    fileName: place.fileName,
    places: reader.places('permalink', 'id', 'enclosures', 'transcripts', 'updated'),
    frontMatter: JSON.stringify(fields),
  };
}

/** The enclosures that the fields name and those beside the article, and what there is to say of it as an episode. */
function recordingsOf(
  { source, read, frontMatter }: ReadFile,
  reader: FieldReader,
): Pick<Article, 'enclosures' | 'episode'> {
  const named = readEnclosures(reader);
  const beside = source.companions
    ? enclosuresBeside(source, named, () => read.whole().slice(frontMatter.bodyOffset))
    : [];
  const enclosures = [...named, ...beside];
  return enclosures.length > 0 ? { enclosures, episode: readEpisode(reader, source) } : { enclosures };
}

function contributorsIn(reader: FieldReader, { authors }: Conventions): Author[] | undefined {
  if (!reader.find('contributors')) return undefined;
  const contributors = readAuthors(reader, authors, 'contributors');
  return contributors.length > 0 ? contributors : undefined;
}

/** The title, its first heading else; a note has none, by `title: false` or by the setting `notes`. */
function readTitle(
  { source, read, frontMatter }: ReadFile,
  reader: FieldReader,
  { notes = false }: Pick<Reading, 'notes'>,
): Pick<Article, 'isNote' | 'titleIsFirstHeading'> & { title: string | undefined } {
  const found = reader.find('title');
  const body = () => read.whole().slice(frontMatter.bodyOffset);
  const heading = found ? undefined : firstHeading(body(), source.format);
  const isNote = found ? found.value === false : notes && heading === undefined;
  if (isNote) return { title: firstWords(body(), source.format), isNote, titleIsFirstHeading: false };
  return { title: reader.line('title') ?? heading, titleIsFirstHeading: heading !== undefined };
}

function readLanguage(reader: FieldReader, otherwise: string): string {
  const written = reader.line('language');
  if (!written) return otherwise;
  const tag = languageTag(written);
  if (!tag) reader.tell('FW050', reader.find('language')?.name ?? '', `"${written}" is not a language tag.`);
  return tag ?? otherwise;
}

/** Templates of other tools write a summary as HTML, so that authors write references in it: `&mdash;`. */
function summaryIn(reader: FieldReader, { isOwn }: Conventions): string | undefined {
  const written = reader.line('summary');
  return isOwn ? written : written && decodeHTMLStrict(written);
}

/** `feed: false`, `summary` or `full`; to other tools the field may be anything else. */
function readInFeeds(reader: FieldReader, { isOwn }: Conventions): Article['inFeeds'] {
  const found = reader.find('feed');
  const word = String(found?.value).trim().toLowerCase();
  if (/^(?:false|no|off|none)$/.test(word)) return 'none';
  if (word === 'summary' || word === 'full') return word;
  if (found && isOwn && !/^(?:true|yes|on)$/.test(word)) reader.wrongType(found, 'false, summary or full');
  return undefined;
}

/** Jekyll's `published: false`. */
function isUnpublished(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(fields, 'published') && /^(false|no|off)$/i.test(String(fields.published));
}

/** The page elsewhere that a link post is about: an absolute address. */
function readLink(reader: FieldReader): string | undefined {
  const link = reader.line('link');
  if (!link || (/^https?:\/\/[^\s/]/i.test(link) && URL.canParse(link))) return link && asUri(link);
  const name = reader.find('link')?.name ?? 'link';
  reader.tell('FW041', name, `"${link}" is not an absolute address.`);
  return undefined;
}
