import type { FieldName } from '../src/articles/front-matter/field-names.js';

/** A JSON Schema (2020-12), as far as fields of front matter need it. */
export interface FieldSchema {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  anyOf?: readonly FieldSchema[];
  items?: FieldSchema;
  maxItems?: number;
  properties?: Readonly<Record<string, FieldSchema>>;
  required?: readonly string[];
}

/** What a field of an article is, for people and for editors. */
export interface FieldMeaning {
  /** What it is, in Markdown. */
  is: string;
  holds: FieldSchema;
}

const line: FieldSchema = { type: ['string', 'number', 'boolean'] };
const flag: FieldSchema = { enum: [true, false, 'true', 'false', 'yes', 'no', 'on', 'off', 1, 0, '1', '0'] };
const date: FieldSchema = { type: ['string', 'number'] };
const number: FieldSchema = { type: ['integer', 'string'] };
const names: FieldSchema = { anyOf: [line, { type: 'array', items: line, maxItems: 200 }] };
const group = (properties: Readonly<Record<string, FieldSchema>>, ...required: string[]): FieldSchema => ({
  type: 'object',
  properties,
  required,
});
const author = group({ name: line, email: line, url: line, avatar: line });
const enclosure = group({ url: line, type: line, length: number, title: line, duration: number }, 'url');
const seconds: FieldSchema = { type: ['number', 'string'] };
const soundbite = group({ start: seconds, duration: seconds, title: line }, 'start', 'duration');
const image = group({ url: line, alt: line, caption: line, credit: line });
const oneOrMore = (kind: FieldSchema): FieldSchema => ({
  anyOf: [line, kind, { type: 'array', items: { anyOf: [line, kind] } }],
});

/** What each field is; the names of the fields are in the program, which reads them. */
export const fieldMeanings: Readonly<Record<FieldName, FieldMeaning>> = {
  title: {
    is: 'Plain text. Default: the first heading, otherwise the file name. `false` makes the article a note: an item without a title.',
    holds: line,
  },
  date: {
    is: 'Date of publication. Default: the date in the file name or its folders. Without a date, the article is left out.',
    holds: date,
  },
  updated: { is: 'Date of the last change.', holds: date },
  summary: { is: 'Plain text. Default: the beginning of the first paragraph.', holds: line },
  authors: {
    is: 'A name, `Name <email> (address)`, names separated by commas, a group of `name`, `email`, `url` and `avatar`, or a list of these.',
    holds: oneOrMore(author),
  },
  contributors: {
    is: 'People who took part but are not authors, such as the guests of an episode, in the same form.',
    holds: oneOrMore(author),
  },
  sections: { is: 'Section or sections of the site.', holds: names },
  tags: { is: 'A list, or a text with commas.', holds: names },
  image: {
    is: 'An address, or a group of `url`, `alt`, `caption` and `credit` (the author of the picture).',
    holds: oneOrMore(image),
  },
  language: {
    is: 'A language tag such as `ru`. Default: the folder (`ru/`), otherwise the language of the site.',
    holds: line,
  },
  draft: { is: '`true`: not published, except with `--drafts`.', holds: flag },
  feed: {
    is: '`false` keeps the article out of feeds and their pages. `summary` or `full` determines what feeds contain of it, regardless of the settings.',
    holds: { enum: [true, false, 'summary', 'full', 'none', 'true', 'false', 'yes', 'no', 'on', 'off'] },
  },
  published: {
    is: '`false` makes it a draft, as in Jekyll; a date is the date of the article.',
    holds: line,
  },
  expires: { is: 'Date from which the article is no longer published.', holds: date },
  publishFrom: { is: 'If there is also a `date`: not published before this date.', holds: date },
  translationKey: {
    is: 'A text that all translations of an article have in common, if their file names differ.',
    holds: line,
  },
  slug: { is: 'The last part of the address. Default: made from the file name.', holds: line },
  permalink: { is: 'The complete address of the article, relative to that of the site.', holds: line },
  link: { is: 'The external page that a link post is about.', holds: line },
  id: {
    is: 'The permanent id. Default: the address. A `guid` that is not an IRI, as some programs write it, is kept in RSS and JSON Feed.',
    holds: line,
  },
  enclosures: {
    is: 'An audio or video file or a document: an address, a group of `url`, `type`, `length`, `title` and `duration`, or a list of these.',
    holds: oneOrMore(enclosure),
  },
  episode: { is: 'Number of the episode. Default: the track number in the recording.', holds: number },
  season: { is: 'Number of the season. Default: the disc number in the recording.', holds: number },
  seasonName: { is: 'Name of the season.', holds: line },
  episodeName: { is: 'Name that apps show instead of the number of the episode.', holds: line },
  episodeType: { is: '`full`, `trailer` or `bonus`.', holds: { enum: ['full', 'trailer', 'bonus'] } },
  explicit: {
    is: 'Whether the episode has explicit content, if that differs from the podcast.',
    holds: flag,
  },
  soundbites: {
    is: 'Excerpts that stand on their own: groups of `start` and `duration` (in seconds) and `title`.',
    holds: {
      anyOf: [soundbite, { type: 'array', items: soundbite }],
    },
  },
  transcripts: {
    is: 'Address of a transcript. `.vtt`, `.srt` and `.txt` files with the name of the article or its recording are found automatically.',
    holds: names,
  },
};
