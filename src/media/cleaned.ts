import { oneLine } from '../text/plain-text.js';
import { withoutIllegalCharacters } from '../text/xml-characters.js';
import type { Chapter, Cover, MediaInfo } from './media-info.js';

/** A text of a media file as it can stand in a feed; nothing where there is none. */
export function lineFrom(text: string | null | undefined): string | undefined {
  return oneLine(withoutIllegalCharacters(text ?? '')) || undefined;
}

/** The numbers that are more than nothing, with three decimals at most. */
export function positive<Name extends string>(
  numbers: Readonly<Record<Name, number | undefined>>,
): Partial<Record<Name, number>> {
  return pick(numbers, (value) => Number.isFinite(value) && value > 0);
}

/** The numbers that count something, from 1 on. */
export function whole<Name extends string>(
  numbers: Readonly<Record<Name, number | null | undefined>>,
): Partial<Record<Name, number>> {
  return pick(numbers, (value) => Number.isSafeInteger(value) && value > 0);
}

function pick<Name extends string>(
  numbers: Readonly<Record<Name, number | null | undefined>>,
  isGood: (value: number) => boolean,
): Partial<Record<Name, number>> {
  const picked: Partial<Record<Name, number>> = {};
  for (const name in numbers) {
    const value = numbers[name];
    if (typeof value === 'number' && isGood(value)) picked[name] = Math.round(value * 1000) / 1000;
  }
  return picked;
}

/** The chapters that have a title and begin while the recording plays, in their order; none where there is no such. */
export function chaptersFrom(
  chapters: readonly { start: number; title?: string | undefined; url?: string | undefined }[],
  duration = Number.POSITIVE_INFINITY,
): Pick<MediaInfo, 'chapters'> {
  const good = chapters.flatMap(({ start, title, url }): Chapter[] => {
    const line = lineFrom(title);
    if (!line || !(start >= 0 && start < duration)) return [];
    const address = url && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : undefined;
    return [{ start: Math.round(start * 1000) / 1000, title: line, ...(address ? { url: address } : {}) }];
  });
  return good.length > 0 ? { chapters: good.sort((a, b) => a.start - b.start) } : {};
}

/** The bytes that JPEG and PNG files begin with. */
const beginnings = [
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
] as const;

/** The type of a picture by its first bytes; nothing for other formats, which not every reader shows. */
export function pictureType(bytes: Uint8Array): Cover['type'] | undefined {
  return beginnings.find((each) => each.bytes.every((byte, index) => bytes[index] === byte))?.type;
}

/** A cover in a format that every reader shows; nothing where it is none of those. */
export function coverFrom(bytes: Uint8Array | undefined): Cover | undefined {
  const type = bytes && pictureType(bytes);
  return type && { type, bytes };
}
