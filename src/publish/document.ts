import type { OutputPath } from '../platform/output-path.js';

/** A document: a file to be. */
export interface Document {
  /** Below the output folder. */
  path: OutputPath;
  mediaType: string;
  /** Makes its bytes, piece by piece; nobody asks where the document is there already. */
  content: () => readonly Buffer[];
  /** Where somebody else's file stands in its place, that one stays, and is no mistake. */
  givesWay?: boolean;
  /** It names other documents, and is published after them. */
  isFeed?: boolean;
  /** What it was made of, where that tells it from what it would be otherwise. */
  key?: string | undefined;
}

/** A document from its text, in UTF-8. */
export function textDocument(
  path: OutputPath,
  mediaType: string,
  text: string | (() => string),
  more: Pick<Document, 'givesWay' | 'isFeed' | 'key'> = {},
): Document {
  const content = () => [Buffer.from(typeof text === 'string' ? text : text())];
  return { path, mediaType, content, ...more };
}

/** How many bytes the pieces of a document have together. */
export function bytesIn(content: readonly Buffer[]): number {
  return content.reduce((sum, { length }) => sum + length, 0);
}

/** The text of a document. */
export function textOfDocument({ content }: Document): string {
  return Buffer.concat(content()).toString('utf8');
}
