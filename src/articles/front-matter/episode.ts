import { languageTag } from '../../language/language-tag.js';
import { byPreference, isRecording } from '../companions.js';
import type { Soundbite, WrittenEpisode, WrittenTranscript } from '../enclosure.js';
import type { Source } from '../source.js';
import type { FieldName } from './field-names.js';
import type { FieldReader } from './field-reader.js';
import { groupOf } from './groups.js';

/** The recordings beside an article that belong to it by their names, and that neither its fields nor its text name. */
export function enclosuresBeside(
  { companions = [] }: Source,
  named: readonly { url: string }[],
  text: () => string,
): { url: string }[] {
  const addresses = companions
    .filter(isRecording)
    .sort(byPreference)
    .map((name) => ({ name, url: encodeURIComponent(name) }));
  return addresses
    .filter(({ name, url }) => !named.some((each) => [name, url, `./${name}`, `./${url}`].includes(each.url)))
    .filter(({ name, url }) => !text().includes(name) && !text().includes(url))
    .map(({ url }) => ({ url }));
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
  const number = Number(found.value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  reader.wrongType(found, 'a whole number from 1 on');
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
    const [from, length] = [Number(start), Number(duration)];
    if (from >= 0 && length > 0) {
      const text = title === undefined ? undefined : reader.asLine({ name: found.name, value: title });
      return [{ start: from, duration: length, ...(text ? { title: text } : {}) }];
    }
    reader.wrongType({ ...found, value }, 'groups of "start" and "duration", in seconds');
    return [];
  });
}

/** Those that the fields name, and those beside the article. */
function readTranscripts(reader: FieldReader, { companions = [] }: Source): WrittenTranscript[] {
  const beside = companions
    .filter((name) => !isRecording(name))
    .map((name) => {
      const language = languageTag(/\.([^.]+)\.[^.]+$/.exec(name)?.[1] ?? '');
      return { url: encodeURIComponent(name), ...(language ? { language } : {}) };
    });
  const found = reader.find('transcripts');
  const named = [found?.value].flat().flatMap((value): WrittenTranscript[] => {
    const line = found && value !== undefined ? reader.asLine({ name: found.name, value }) : undefined;
    const url = found && line && reader.address(line, found.name);
    return url ? [{ url }] : [];
  });
  return [...named, ...beside.filter(({ url }) => !named.some((each) => each.url === url))];
}
