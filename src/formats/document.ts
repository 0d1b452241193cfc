/** A finished document: a file to be. */
export interface Document {
  /** Below the output folder, with `/` between the parts. */
  path: string;
  mediaType: string;
  text: string;
  /** Where somebody else's file stands in its place, that one stays, and is no mistake. */
  givesWay?: boolean;
}
