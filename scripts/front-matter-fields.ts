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
    is: 'Plain text. Else the first heading, else the name of the file. `false` makes it a note: an item without a title.',
    holds: line,
  },
  date: {
    is: 'When it was published. Else the date in the name or the folders of the file. Without any, the article is left out.',
    holds: date,
  },
  updated: { is: 'When it last changed.', holds: date },
  summary: { is: 'Plain text. Else the beginning of the first paragraph.', holds: line },
  authors: {
    is: 'A name, `Name <mail> (address)`, names with commas between them, groups of `name`, `email`, `url`, `avatar`, or a list.',
    holds: oneOrMore(author),
  },
  contributors: {
    is: 'Those who took part without being its authors, such as the guests of an episode; written as authors are.',
    holds: oneOrMore(author),
  },
  sections: { is: 'Where it belongs.', holds: names },
  tags: { is: 'A list, or a text with commas.', holds: names },
  image: {
    is: 'An address, or a group of `url`, `alt`, `caption` (what stands below it) and `credit` (who made it).',
    holds: oneOrMore(image),
  },
  language: { is: 'A tag such as `ru`. Else the folder (`ru/`), else that of the site.', holds: line },
  draft: { is: 'Not published, unless `--drafts` is given.', holds: flag },
  feed: {
    is: '`false` keeps it out of feeds and their pages, `summary` or `full` says how much of it feeds show, whatever the settings say.',
    holds: { enum: [true, false, 'summary', 'full', 'none', 'true', 'false', 'yes', 'no', 'on', 'off'] },
  },
  published: { is: '`false` makes it a draft, as in Jekyll; a date is that of the article.', holds: line },
  expires: { is: 'Not published from then on.', holds: date },
  publishFrom: { is: 'Beside a `date`: not published before.', holds: date },
  translationKey: {
    is: 'The same in all translations of an article, where the names of their files differ.',
    holds: line,
  },
  slug: { is: 'The last part of the address. Else the name of the file.', holds: line },
  permalink: { is: 'The whole address below that of the site.', holds: line },
  link: { is: 'The page elsewhere that a link post is about.', holds: line },
  id: {
    is: 'The lasting id. Else the address. A `guid` that is no IRI, as other programs write them, stays so in RSS and JSON Feed.',
    holds: line,
  },
  enclosures: {
    is: 'A sound, film or document: an address, or a group of `url`, `type`, `length`, `title`, `duration`, or a list of them.',
    holds: oneOrMore(enclosure),
  },
  episode: { is: 'Number of the episode. Else the track number in the recording.', holds: number },
  season: { is: 'Number of its season. Else the disc number in the recording.', holds: number },
  seasonName: { is: 'What the season is called.', holds: line },
  episodeName: { is: 'What apps show instead of the number of the episode.', holds: line },
  episodeType: { is: '`full`, `trailer` or `bonus`.', holds: { enum: ['full', 'trailer', 'bonus'] } },
  explicit: {
    is: 'Whether the episode is not for children, where that differs from the podcast.',
    holds: flag,
  },
  soundbites: {
    is: 'Parts worth hearing alone: groups of `start` and `duration`, in seconds, and `title`.',
    holds: {
      anyOf: [soundbite, { type: 'array', items: soundbite }],
    },
  },
  transcripts: {
    is: 'Address of a transcript. Files `.vtt`, `.srt` and `.txt` that are called like the article or its recording are found without it.',
    holds: names,
  },
};
