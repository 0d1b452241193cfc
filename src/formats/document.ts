/** A finished document: a file to be. */
export interface Document {
  /** Below the output folder, with `/` between the parts. */
  path: string;
  mediaType: string;
  text: string;
}
