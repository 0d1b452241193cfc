import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { lazyImport } from '../platform/lazy-import.js';
import { readHead } from '../platform/read-pieces.js';

const require = createRequire(import.meta.url);
const images = lazyImport<typeof import('image-size')>(() => require('image-size'));

/** Width and height in CSS pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** Where nearly all pictures have their size, and the most that is read of one that has it elsewhere. */
const [usualHead, longestHead] = [262_144, 16_000_000];

/** The size of a picture, from its file; nothing where it is not known, so that no page claims a wrong one. */
export function measureImage(file: string): ImageSize | undefined {
  const { size } = statSync(file);
  return (
    sizeIn(file, Math.min(size, usualHead)) ??
    (size > usualHead ? sizeIn(file, Math.min(size, longestHead)) : undefined)
  );
}

function sizeIn(file: string, length: number): ImageSize | undefined {
  try {
    return measurePicture(readHead(file, length));
  } catch {
    return undefined;
  }
}

/** The size of a picture, from its first bytes; nothing where it is not known. */
export function measurePicture(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, orientation = 1 } = images().imageSize(bytes);
    // EXIF orientations from 5 on lie on their side.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
