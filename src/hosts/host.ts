/** A host or web server that takes files for what it sends beside the files of a site. */
export interface Host {
  name: string;
  /** The files that it takes. */
  files(rules: HostRules): readonly HostFile[];
}

/** What a host is to do. */
export interface HostRules {
  /** Path of the site on the host, as a URL has it, ending in `/`. */
  base: string;
  headers: readonly HeaderRule[];
  redirects: readonly Redirect[];
  /** Folders that were there and will not come back (RFC 9110, 15.5.11): paths on the host, as a URL has them. */
  gone?: readonly string[];
  /** What is shown for an address that has nothing: a path on the host, as a URL has it. */
  notFound?: string;
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
  /** `rss.xml` in every folder, or `/sections/health/rss.xml` as a URL has it, or `*.html`, or `*` for every file. */
  files: string;
  headers: Readonly<Record<string, string>>;
}

/** An address that has moved for good (RFC 9110, 15.4.2): paths on the host, as a URL has them. */
export interface Redirect {
  from: string;
  to: string;
}

/** Whether the headers are for one file. */
export function isWhole({ files }: HeaderRule): boolean {
  return files.startsWith('/');
}

/** Whether the headers are for every file. */
export function isForAll({ files }: HeaderRule): boolean {
  return files === '*';
}

/** The headers of a rule, by name. */
export function headersOf({ headers }: HeaderRule): [name: string, value: string][] {
  return Object.entries(headers);
}

/** A file of lines. */
export function fileOf(path: string, lines: readonly string[]): HostFile {
  return { path, text: `${lines.join('\n')}\n` };
}
