import { decodePath } from '../platform/decode-path.js';
import { escapePattern } from '../text/escape-pattern.js';
import {
  fileOf,
  type HeaderRule,
  type HostFile,
  type HostRules,
  headersOf,
  isForAll,
  isWhole,
} from './host.js';

/**
 * A part of a `server` block for nginx, to be included there; a request matches one location only. Of a host that has more
 * than this site it means the folder of the site.
 */
export function nginx({ base, headers: rules, redirects, gone = [], notFound }: HostRules): HostFile[] {
  const forAll = rules.filter(isForAll);
  const general = rules.filter((rule) => !isWhole(rule) && !isForAll(rule));
  const lines = [
    '# Put this into the server block: include /path/to/feedwright.nginx.conf;',
    'charset utf-8;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_types text/css text/plain text/xml text/javascript text/x-opml;',
    'gzip_types application/xml application/javascript application/feed+json image/svg+xml;',
    ...(base === '/' ? forAll.flatMap(headersOf).map(header) : location(literal(decodePath(base)), forAll)),
    // Of a host that has more, this site does not decide what it shows.
    ...(notFound && base === '/' ? [`error_page 404 ${notFound};`] : []),
    ...redirects.map(
      ({ from, to }) => `location ${exactly(from)} { absolute_redirect off; return 301 ${quoted(to)}; }`,
    ),
    ...gone.map((path) => `location ^~ ${literal(decodePath(path))} { return 410; }`),
    ...rules.filter(isWhole).flatMap((rule) => {
      const base = general.filter(({ files }) => rule.files.endsWith(`/${files}`));
      return location(exactly(rule.files), [...forAll, ...base, rule]);
    }),
    ...general.flatMap((rule) => location(pattern(base, rule.files), [...forAll, rule])),
  ];
  return [fileOf('feedwright.nginx.conf', lines)];
}

/** A location has none of the headers around it once it has one of its own. */
function location(where: string, rules: readonly HeaderRule[]): string[] {
  const headers = rules.flatMap(headersOf);
  const type = headers.find(([name]) => name === 'Content-Type')?.[1];
  const [media, charset] = type?.split('; charset=') ?? [];
  return [
    `location ${where} {`,
    ...(media ? ['  types { }', `  default_type ${media};`] : []),
    ...(charset ? [`  charset ${charset};`, `  charset_types ${media};`] : []),
    ...headers.filter(([name]) => name !== 'Content-Type').map((each) => `  ${header(each)}`),
    '}',
  ];
}

function header([name, value]: [string, string]): string {
  return `add_header ${name} ${quoted(value)};`;
}

/** nginx compares with paths whose escapes are resolved. */
function exactly(path: string): string {
  return `= ${literal(decodePath(path))}`;
}

/** A regular expression of nginx: the folder of the site, any folder in it, and the file. */
function pattern(base: string, files: string): string {
  const name = files.startsWith('*') ? `[^/]*${escapePattern(files.slice(1))}` : escapePattern(files);
  return `~ ${literal(`^${escapePattern(decodePath(base))}(.*/)?${name}$`)}`;
}

/** A text in which `$` begins a variable; in a URL it can be escaped. */
function quoted(text: string): string {
  return literal(text.replaceAll('$', '%24'));
}

function literal(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
