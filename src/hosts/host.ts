/** A host or web server that takes a file for what it sends beside the files. */
export interface Host {
  name: string;
  /** The file that it takes, made from what is to be sent. */
  file(rules: readonly HeaderRule[]): HostFile;
}

/** A file for a host. */
export interface HostFile {
  /** Below the output folder. */
  path: string;
  text: string;
  /** Default: plain text. */
  mediaType?: string;
  /** Where somebody else's file stands in its place, that one stays, and is no mistake. */
  givesWay?: boolean;
}

/** Headers for the files whose name, or whose whole path, this is. */
export interface HeaderRule {
  /** `rss.xml` in every folder, or `/sections/health/rss.xml`, or `*.html`, or `*` for every file. */
  files: string;
  headers: Readonly<Record<string, string>>;
}
