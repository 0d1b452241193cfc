import { languageTag } from '../../language/language-tag.js';
import { escapePattern } from '../../text/escape-pattern.js';
import { byPreference, isRecording } from '../companions.js';
import type { Soundbite, WrittenEpisode, WrittenTranscript } from '../enclosure.js';
import type { Source } from '../source.js';
import type { FieldName } from './field-names.js';
import type { FieldReader } from './field-reader.js';
import { groupOf } from './groups.js';
import { secondsOf } from './written-enclosures.js';

/**
 * The recordings beside an article that belong to it by their names, the best known format first. Those that are called like
 * the article are its own; of the others in its folder, those that neither its fields name nor its text shows.
 */
export function enclosuresBeside(
  { companions = [], path }: Source,
  named: readonly { url: string }[],
  text: () => string,
): { url: string }[] {
  const own = stemOf(path.slice(path.lastIndexOf('/') + 1));
  return companions
    .filter(isRecording)
    .sort(byPreference)
    .map((name) => ({ name, url: encodeURIComponent(name) }))
    .filter(({ name, url }) => !named.some((each) => [name, url].includes(each.url.replace(/^\.\//, ''))))
    .filter(({ name, url }) => stemOf(name) === own || ![name, url].some((each) => shows(text(), each)))
    .map(({ url }) => ({ url }));
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

/** Whether a text shows a file, as a player or a picture. */
function shows(text: string, name: string): boolean {
  const escaped = escapePattern(name);
  return new RegExp(`(?:\\bsrc=["']?|!\\[[^\\]\\n]{0,300}\\]\\()(?:\\./)?${escaped}`).test(text);
}

/**
 * What the fields of an article say of it as an episode of a podcast, and the transcripts beside it.
 *
 * Reports FW010 for a number, a kind or a flag that is none.
 *
 * @returns nothing where they say nothing
 */
export function readEpisode(reader: FieldReader, source: Source): WrittenEpisode | undefined {
  const soundbites = readSoundbites(reader);
  const transcripts = readTranscripts(reader, source);
  const explicit = reader.flag('explicit');
  const episode: WrittenEpisode = {
    ...defined({ number: readNumber(reader, 'episode'), season: readNumber(reader, 'season') }),
    ...defined({ seasonName: reader.line('seasonName'), display: reader.line('episodeName') }),
    ...defined({ type: readType(reader), explicit }),
    ...(soundbites.length > 0 ? { soundbites } : {}),
    ...(transcripts.length > 0 ? { transcripts } : {}),
  };
  return Object.keys(episode).length > 0 ? episode : undefined;
}

/** Without the members that have no value. */
function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const some: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(
    some,
    Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
  );
}

function readNumber(reader: FieldReader, field: FieldName): number | undefined {
  const found = reader.find(field);
  if (!found) return undefined;
  const number = typeof found.value === 'boolean' ? Number.NaN : Number(found.value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  reader.wrongType(found, 'a whole number of 1 or more');
  return undefined;
}

function readType(reader: FieldReader): WrittenEpisode['type'] {
  const found = reader.find('episodeType');
  const word = String(found?.value).trim().toLowerCase();
  if (word === 'full' || word === 'trailer' || word === 'bonus') return word;
  if (found) reader.wrongType(found, 'full, trailer or bonus');
  return undefined;
}

/** Groups of `start` and `duration`, in seconds, and `title`. */
function readSoundbites(reader: FieldReader): Soundbite[] {
  const found = reader.find('soundbites');
  if (!found) return [];
  return [found.value].flat().flatMap((value) => {
    const { start, duration, title } = groupOf(value);
    const [from, length] = [secondsOf(start), secondsOf(duration)];
    if (from !== undefined && length !== undefined && length > 0) {
      const text = title === undefined ? undefined : reader.asLine({ name: found.name, value: title });
      return [{ start: from, duration: length, ...(text ? { title: text } : {}) }];
    }
    reader.wrongType({ ...found, value }, 'groups of "start" and "duration", in seconds or as 1:15');
    return [];
  });
}

/** Those that the fields name, and those beside the article; a language may stand before the ending of either. */
function readTranscripts(reader: FieldReader, { companions = [] }: Source): WrittenTranscript[] {
  const withLanguage = (url: string): WrittenTranscript => {
    const [, suffix = ''] = /\.([a-z]{2}(?:-[a-z0-9]{2,8})*)\.[^./]+$/i.exec(url) ?? [];
    const language = languageTag(suffix);
    return { url, ...(language ? { language } : {}) };
  };
  const beside = companions
    .filter((name) => !isRecording(name))
    .map((name) => withLanguage(encodeURIComponent(name)));
  const found = reader.find('transcripts');
  const named = [found?.value].flat().flatMap((value): WrittenTranscript[] => {
    const line = found && value !== undefined ? reader.asLine({ name: found.name, value }) : undefined;
    const url = found && line && reader.address(line.replace(/^\.\//, ''), found.name);
    return url ? [withLanguage(url)] : [];
  });
  return [...named, ...beside.filter(({ url }) => !named.some((each) => each.url === url))];
}
