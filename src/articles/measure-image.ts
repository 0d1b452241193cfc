import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { onDemand } from '../on-demand.js';

const require = createRequire(import.meta.url);
const images = onDemand<typeof import('image-size')>(() => require('image-size'));

/** Width and height in CSS pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** The size of a picture, from its file; nothing where it is not known, so that no page claims a wrong one. */
export function measureImage(file: string): ImageSize | undefined {
  try {
    const { width, height, orientation = 1 } = images().imageSize(readFileSync(file));
    // EXIF orientations from 5 on lie on their side.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
