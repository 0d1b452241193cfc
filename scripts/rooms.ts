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
  { name: 'cli', job: 'the command line: the one place that catches, prints and sets the exit code' },
  { name: 'index', job: 'what a program imports' },
  {
    name: 'commands',
    job: 'one file a command: flags in, the library called, the result printed; `terminal/` is how reports look, `start/` the beginning of a site and of an article',
  },
  { name: 'serve', job: 'builds, serves and watches a site while it is written' },
  {
    name: 'deploy',
    job: 'brings what was built to a store: an S3-compatible one (`s3/`), or a folder',
  },
  { name: 'notify', job: 'tells hubs and rssCloud servers after a deploy' },
  { name: 'changes', job: 'which items differ between two builds' },
  {
    name: 'build',
    job: 'from the settings to what is published: the pipeline, its phases and its report; the only room that knows the cache and the workers',
  },
  {
    name: 'cache',
    job: 'what earlier builds left: articles, bodies, and the whole last build',
    onlyFor: ['build'],
  },
  {
    name: 'workers',
    job: 'second threads: reading articles, rendering bodies, writing files',
    onlyFor: ['build'],
  },
  { name: 'checks', job: 'what `check` tells beyond a build, and feeds read back' },
  { name: 'import', job: 'feeds and exports become article files' },
  { name: 'pages', job: 'the pages around the feeds, OPML, sitemaps, redirects, headers, the theme' },
  {
    name: 'formats',
    job: 'RSS, Atom and JSON Feed, alike; `feed-package/` is how the package `feed` is fed',
  },
  { name: 'identity', job: 'what was published, remembered in `feedwright.lock`' },
  { name: 'publish', job: 'all of it or nothing: staging, the lock, the manifest of what is ours' },
  { name: 'body', job: 'Markdown and HTML become safe HTML; `syntax/` is for templates in them' },
  { name: 'site', job: 'settings: found, checked, defaulted' },
  { name: 'hosts', job: 'one entry a web host: the file that it takes' },
  { name: 'plugins', job: 'what a site may add itself' },
  { name: 'feeds', job: 'which feeds exist, what is in each, how each is split' },
  { name: 'dialects', job: 'one file a tool whose sites are read' },
  {
    name: 'articles',
    job: 'files become articles: discovery, reading, selection, addresses; `front-matter/`, `dates/`',
  },
  {
    name: 'media',
    job: 'what recordings say about themselves, and their transcripts; the packages that read them',
  },
  { name: 'language', job: 'words, dates and slugs of languages' },
  { name: 'diagnostics', job: 'problems: code, place, message, advice' },
  { name: 'platform', job: 'files, paths, processes, packages' },
  { name: 'text', job: 'pieces of HTML and XML as text, and the bounds of what is read' },
];
