/** Where a file stands among the articles of its site. */
export interface Place {
  /** The path that its address is made from, below the folder of articles: `2021/innomed.md`. */
  path: string;
  /** The file is a draft by its place. */
  draft?: boolean;
  /** Sections that its folders name. */
  sections?: readonly string[];
  /** BCP 47 tag of the language that its folder or its name says. */
  language?: string;
}

/** A file that may be an article. */
export interface Source {
  /** Its number among all of them, from 0 on. */
  index: number;
  /** Path below the folder of articles, with `/` between its parts. */
  path: string;
  /** Where the file is on this machine. */
  file: string;
  format: 'markdown' | 'html';
  /** Path below the top of its site. */
  sitePath: string;
  /** Where it stands among the articles of its site, from which its address is made. */
  place: Place;
  /** Names of recordings and transcripts beside it that belong to it by their names. */
  companions?: readonly string[];
}
