import { readFileSync } from 'node:fs';
import type { Document } from './document.js';

const folder = new URL('../../theme/', import.meta.url);

/** The files that pages share, as they lie in the package. */
export function themeDocuments(): Document[] {
  return [{ path: 'feedwright.css', mediaType: 'text/css', text: read('feedwright.css') }];
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
