import type { FileTracker } from '../../platform/fingerprints.js';
import type { Article } from '../article.js';
import { dateInFolders, type FromPath } from '../from-path.js';
import type { FieldReader } from '../front-matter/field-reader.js';
import type { WrittenDate } from './date-words.js';
import { gitDate, isGitDate } from './git-date.js';
import { impossibleDate } from './impossible-date.js';
import { type DateReading, parseDate } from './parse-date.js';

/** How dates are to be read, and the file that they stand in. */
export interface FileReading extends DateReading {
  file: string;
  files: FileTracker;
}

/**
 * The moments of an article, and the offsets that they were written with.
 *
 * Reports FW012 for what is no date.
 */
export function readDates(
  reader: FieldReader,
  reading: FileReading,
  place: FromPath,
): Pick<Article, 'date' | 'updated' | 'expires' | 'publishFrom' | 'offsets'> {
  const date = readDate(reader, 'date', reading) ?? impliedDate(reader, reading, place);
  const updated = readDate(reader, 'updated', reading);
  return {
    date: date?.date,
    updated: updated?.date,
    expires: readDate(reader, 'expires', reading)?.date,
    publishFrom: readDate(reader, 'publishFrom', reading)?.date,
    offsets: {
      ...(date?.offset === undefined ? {} : { date: date.offset }),
      ...(updated?.offset === undefined ? {} : { updated: updated.offset }),
    },
  };
}

/** The date in the place of a file, or in its address. */
function impliedDate(reader: FieldReader, reading: FileReading, place: FromPath): WrittenDate | undefined {
  const permalink = reader.line('permalink');
  const implied = place.date ?? (permalink && dateInFolders(permalink));
  return implied ? parseDate(implied, reading) : undefined;
}

function readDate(
  reader: FieldReader,
  field: 'date' | 'updated' | 'expires' | 'publishFrom',
  reading: FileReading,
): WrittenDate | undefined {
  // `published: false` is a draft in Jekyll, and no date.
  const dates = reader
    .findAll(field)
    .filter(({ value }) => !/^(true|false|yes|no|on|off)$/i.test(String(value)));
  // MkDocs has a group of dates, which is found with its parts.
  const found = dates.find(({ value }) => typeof value !== 'object') ?? dates[0];
  if (!found) return undefined;
  const text = reader.asLine(found);
  if (text !== undefined && isGitDate(text)) return dateFromGit(reader, found.name, text, reading);
  const date = text === undefined ? undefined : parseDate(text, reading);
  if (text !== undefined && !date) {
    const why = impossibleDate(text, reading);
    const what = `The date "${text.slice(0, 60)}" in "${found.name}"`;
    if (why) reader.tell('FW012', found.name, `${what} does not exist: ${why}.`, 'Correct the date.');
    else reader.tell('FW012', found.name, `${what} is not understood.`);
  }
  return date;
}

function dateFromGit(
  reader: FieldReader,
  name: string,
  text: string,
  { file, files }: FileReading,
): WrittenDate | undefined {
  const date = gitDate(text, file, files);
  if (!date)
    reader.tell(
      'FW012',
      name,
      `"${text}": the file has no history in Git, or Git is not available (--untrusted).`,
    );
  return date && { date };
}
