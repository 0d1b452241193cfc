import { decodePath } from '../platform/decode-path.js';
import {
  fileOf,
  type HeaderRule,
  type HostFile,
  type HostRules,
  headersOf,
  isForAll,
  isWhole,
} from './host.js';

/** A part of a `server` block for nginx, to be included there; a request matches one location only. */
export function nginx({ headers: rules, redirects }: HostRules): HostFile[] {
  const forAll = rules.filter(isForAll);
  const general = rules.filter((rule) => !isWhole(rule) && !isForAll(rule));
  const lines = [
    '# Put this into the server block: include /path/to/feedwright.nginx.conf;',
    'charset utf-8;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_types text/css text/plain text/xml text/javascript text/x-opml;',
    'gzip_types application/xml application/javascript application/feed+json image/svg+xml;',
    ...forAll.flatMap(headersOf).map(header),
    ...redirects.map(({ from, to }) => `location ${exactly(from)} { return 301 ${quoted(to)}; }`),
    ...rules.filter(isWhole).flatMap((rule) => {
      const base = general.filter(({ files }) => rule.files.endsWith(`/${files}`));
      return location(exactly(rule.files), [...forAll, ...base, rule]);
    }),
    ...general.flatMap((rule) => location(pattern(rule.files), [...forAll, rule])),
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

function pattern(files: string): string {
  return `~ /${files.replace(/[.+]/g, '\\$&').replace('*', '[^/]*')}$`;
}

/** A text in which `$` begins a variable; in a URL it can be escaped. */
function quoted(text: string): string {
  return literal(text.replaceAll('$', '%24'));
}

function literal(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
