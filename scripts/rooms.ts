/** A folder of src/, or one of the files beside them. */
export interface SourceRoom {
  name: string;
  /** What it is for, as docs/architecture.md has it. */
  job: string;
  /** The only rooms that may import it. */
  onlyFor?: readonly string[];
}

/** The rooms of the source, each of which imports only those below it. */
export const rooms: readonly SourceRoom[] = [
  {
    name: 'cli',
    job: 'the command line: the only place that catches errors, prints them and sets the exit code',
  },
  { name: 'index', job: 'the public API' },
  {
    name: 'commands',
    job: 'one file per command: it parses flags, calls the library and prints the result; `terminal/` formats reports, `start/` creates sites and articles',
  },
  { name: 'serve', job: 'the preview server: builds, serves and watches a site' },
  {
    name: 'deploy',
    job: 'uploads a build to an S3-compatible store (`s3/`) or a folder',
  },
  { name: 'notify', job: 'notifies WebSub hubs and rssCloud servers after a deployment' },
  { name: 'changes', job: 'compares the items of two builds' },
  {
    name: 'build',
    job: 'the pipeline from settings to published files, its phases and its report',
  },
  {
    name: 'cache',
    job: 'articles, bodies and documents of earlier builds',
    onlyFor: ['build'],
  },
  {
    name: 'workers',
    job: 'worker threads that read articles, render bodies and write files',
    onlyFor: ['build'],
  },
  { name: 'checks', job: 'what `check` reports beyond a build, and the verification of finished feeds' },
  { name: 'import', job: 'converts feeds and exports to article files' },
  { name: 'pages', job: 'HTML pages and their theme, OPML, sitemaps, redirects, headers' },
  {
    name: 'formats',
    job: 'RSS, Atom and JSON Feed; `feed-package/` adapts the package `feed`',
  },
  { name: 'identity', job: 'what was published before, according to `feedwright.lock`' },
  { name: 'publish', job: 'atomic publishing: staging, the lock, the manifest' },
  { name: 'body', job: 'converts Markdown and HTML to sanitized HTML; `syntax/` handles templates in them' },
  { name: 'site', job: 'finds and validates settings, and fills in defaults' },
  { name: 'hosts', job: 'the configuration files of web hosts, one entry each' },
  { name: 'plugins', job: 'plugins of a site' },
  { name: 'feeds', job: 'which feeds exist, which articles they contain, and how they are split' },
  { name: 'dialects', job: 'one file for each tool whose sites feedwright reads' },
  {
    name: 'articles',
    job: 'converts files to articles: discovery, reading, selection, permalinks; `front-matter/`, `dates/`',
  },
  {
    name: 'media',
    job: 'metadata of recordings, and their transcripts',
  },
  { name: 'language', job: 'phrases, dates and slugs by language' },
  { name: 'diagnostics', job: 'problems: code, place, message and advice' },
  { name: 'platform', job: 'files, paths, processes, packages' },
  { name: 'text', job: 'functions on HTML, XML and plain text, and the limits on input' },
];
