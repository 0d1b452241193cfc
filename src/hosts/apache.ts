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

const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** `.htaccess` for Apache, which compares with paths whose escapes are resolved. */
export function apache({ headers, redirects, gone = [], notFound }: HostRules): HostFile[] {
  const moved = redirects.map(({ from, to }) => {
    const pattern = escapePattern(decodePath(from));
    // What is put in for a pattern is escaped again, and $ and & mean something in it.
    return `  RedirectMatch 301 ${quoted(`^${pattern}$`)} ${quoted(decodePath(to).replace(/[$&\\]/g, '\\$&'))}`;
  });
  moved.push(...gone.map((path) => `  RedirectMatch 410 ${quoted(`^${escapePattern(decodePath(path))}`)}`));
  return [
    fileOf('.htaccess', [
      'DirectoryIndex index.html',
      'AddDefaultCharset utf-8',
      ...(notFound ? [`ErrorDocument 404 ${notFound}`] : []),
      ...(moved.length > 0 ? ['<IfModule mod_alias.c>', ...moved, '</IfModule>'] : []),
      ...headers.flatMap(block),
      ...compression,
    ]),
  ];
}

/** The headers of a rule; a path of its own is told by an expression. */
function block(rule: HeaderRule): string[] {
  const [open, close] = isForAll(rule)
    ? []
    : isWhole(rule)
      ? [`<If "%{REQUEST_URI} == '${decodePath(rule.files).replace(/['\\]/g, '\\$&')}'">`, '</If>']
      : [`<Files ${quoted(rule.files)}>`, '</Files>'];
  const type = rule.headers['Content-Type'];
  const others = headersOf(rule).filter(([name]) => name !== 'Content-Type');
  const [media, charset] = type?.split('; charset=') ?? [];
  return [
    ...(open ? [open] : []),
    ...(media ? [`  ForceType ${charset ? quoted(`${media}; charset=${charset}`) : media}`] : []),
    ...(others.length > 0 ? ['  <IfModule mod_headers.c>'] : []),
    ...others.map(([name, value]) => `    Header set ${name} ${quoted(value.replaceAll('%', '%%'))}`),
    ...(others.length > 0 ? ['  </IfModule>'] : []),
    ...(close ? [close] : []),
  ];
}

/**
 * A compressed answer has a tag of its own, ending in `-gzip`, which is that of no file: without the edit no reader that
 * takes compressed answers would get a 304 for its If-None-Match.
 */
const compression = [
  '<IfModule mod_deflate.c>',
  '  AddOutputFilterByType DEFLATE text/html text/css text/plain text/xml text/javascript text/x-opml',
  '  AddOutputFilterByType DEFLATE application/xml application/javascript application/feed+json image/svg+xml',
  '  <IfModule mod_headers.c>',
  '    RequestHeader edit* If-None-Match "-gzip\\"" "\\""',
  '  </IfModule>',
  '</IfModule>',
];
