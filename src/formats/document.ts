/** A finished document: a file to be. */
export interface Document {
  /** Below the output folder, with `/` between the parts. */
  path: string;
  mediaType: string;
  /** Its bytes, piece by piece: a piece that several documents have is there once. */
  content: readonly Buffer[];
  /** Where somebody else's file stands in its place, that one stays, and is no mistake. */
  givesWay?: boolean;
  /** It names other documents, and is published after them. */
  isFeed?: boolean;
}

/** A document from its text, in UTF-8. */
export function textDocument(
  path: string,
  mediaType: string,
  text: string,
  more: Pick<Document, 'givesWay'> = {},
): Document {
  return { path, mediaType, content: [Buffer.from(text)], ...more };
}

/** How many bytes the pieces of a document have together. */
export function bytesIn(content: readonly Buffer[]): number {
  return content.reduce((sum, { length }) => sum + length, 0);
}

/** The text of a document. */
export function textOfDocument({ content }: Document): string {
  return Buffer.concat(content).toString('utf8');
}
