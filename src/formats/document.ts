/** A finished document: a file to be. */
export interface Document {
  /** Below the output folder, with `/` between the parts. */
  path: string;
  mediaType: string;
  /** Its bytes, piece by piece: a piece that several documents have is there once. */
  content: readonly Buffer[];
  /** Where somebody else's file stands in its place, that one stays, and is no mistake. */
  givesWay?: boolean;
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

/** The text of a document. */
export function textOfDocument({ content }: Document): string {
  return Buffer.concat(content).toString('utf8');
}
