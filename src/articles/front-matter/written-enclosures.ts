import type { ArticleImage, WrittenEnclosure } from '../enclosure.js';
import type { FieldReader, Found } from './field-reader.js';

const urlNames = ['url', 'src', 'href', 'path', 'file'];

/** Reads the enclosures of an article: an address, a group of url, type, length, title and duration, or a list. */
export function readEnclosures(reader: FieldReader): WrittenEnclosure[] {
  return reader.findAll('enclosures').flatMap((found) => enclosuresOf(found, reader));
}

function enclosuresOf({ name, value }: Found, reader: FieldReader): WrittenEnclosure[] {
  if (Array.isArray(value)) return value.flatMap((part) => enclosuresOf({ name, value: part }, reader));
  const group = groupOf(value);
  if (!group) {
    const url = reader.asLine({ name, value });
    return url ? [{ url }] : [];
  }
  const text = textsOf(group, name, reader);
  const url = text(urlNames);
  if (!url) {
    reader.tell('FW040', name, `"${name}" has no "url".`);
    return [];
  }
  const length = numberOf(text(['length', 'size_in_bytes', 'size']));
  const duration = secondsOf(text(['duration', 'duration_in_seconds']));
  const type = text(['type', 'mime_type', 'mime']);
  const title = text(['title']);
  if (Number.isNaN(length)) reader.tell('FW010', name, '"length" must be a whole number of bytes.');
  return [
    {
      url,
      ...(type ? { type } : {}),
      ...(length !== undefined && !Number.isNaN(length) ? { length } : {}),
      ...(title ? { title } : {}),
      ...(duration !== undefined ? { duration } : {}),
    },
  ];
}

/** Reads the picture of an article: an address, or a group of url (or src), alt, caption and credit. */
export function readImage(reader: FieldReader): ArticleImage | undefined {
  const found = reader.find('image');
  if (!found) return undefined;
  const first = Array.isArray(found.value) ? found.value[0] : found.value;
  if (first === undefined) return undefined;
  const group = groupOf(first);
  if (!group) {
    const url = reader.asLine({ name: found.name, value: first });
    const address = url && reader.address(url, found.name);
    return address ? { url: address } : undefined;
  }
  const text = textsOf(group, found.name, reader);
  const url = text([...urlNames, 'image', 'feature', 'teaser']);
  const own = text(['alt']);
  const caption = text(['caption']) ?? (own ? text(['title']) : undefined);
  const alt = own ?? caption ?? text(['title']);
  const credit = text(['credit', 'photographer', 'attribution']);
  // Themes keep other things under these names too, such as an icon font: that is no picture, and no mistake.
  const address = url && reader.address(url, found.name);
  if (!address) return undefined;
  return {
    url: address,
    ...(alt ? { alt } : {}),
    ...(caption ? { caption } : {}),
    ...(credit ? { credit } : {}),
  };
}

function groupOf(value: unknown): Map<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

/** Asks a group for the first of several names that has a text. */
function textsOf(
  group: Map<string, unknown>,
  field: string,
  reader: FieldReader,
): (names: readonly string[]) => string | undefined {
  return (names) => {
    const text = firstText(group, names);
    return text && reader.legal(text, field);
  };
}

function firstText(group: Map<string, unknown>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = group.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** `1:02:03`, `62:03` or a number of seconds. */
export function secondsOf(written: unknown): number | undefined {
  const text = typeof written === 'string' || typeof written === 'number' ? String(written) : '';
  if (!/^\d+(:\d{1,2}){0,2}(\.\d+)?$/.test(text)) return undefined;
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
