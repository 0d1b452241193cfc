import type { HeaderRule, Host, HostFile } from './host.js';

const pairs = ({ headers }: HeaderRule) => Object.entries(headers);
const isForAll = ({ files }: HeaderRule) => files === '*';
const isWhole = ({ files }: HeaderRule) => files.startsWith('/');
const fileOf = (path: string, lines: readonly string[]): HostFile => ({
  path,
  text: `${lines.join('\n')}\n`,
});
const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** `_headers`, as Netlify and Cloudflare Pages read it: a pattern, and a header a line below it. */
function headersFile(rules: readonly HeaderRule[]): HostFile {
  const lines = rules.flatMap((rule) =>
    requestPatterns(rule).flatMap((each) => [
      each,
      ...pairs(rule).map(([name, value]) => `  ${name}: ${value}`),
    ]),
  );
  return fileOf('_headers', lines);
}

/** Both match the address that is asked for, in which a page in a folder has no file name. */
function requestPatterns(rule: HeaderRule): string[] {
  if (isWhole(rule)) return [rule.files];
  if (isForAll(rule)) return ['/*'];
  if (rule.files === '*.html') return ['/', '/*/', '/*.html'];
  return rule.files.startsWith('*') ? [`/${rule.files}`] : [`/${rule.files}`, `/*/${rule.files}`];
}

/**
 * The same for Cloudflare Pages, which takes a hundred rules at most: what differs from feed to feed is its address, and
 * `:splat` stands for the part that `*` took.
 */
function cloudflare(rules: readonly HeaderRule[]): HostFile {
  // The first rule for a file name is that of the feed of everything.
  const homes = new Map<string, HeaderRule>();
  for (const rule of rules.filter(isWhole)) {
    const fileName = rule.files.slice(rule.files.lastIndexOf('/') + 1);
    if (!homes.has(fileName)) homes.set(fileName, rule);
  }
  const feedsBelow = [...homes].flatMap(([fileName, home]) => {
    const below = (value: string) => value.replace(`/${fileName}>`, `/:splat/${fileName}>`);
    const headers = Object.fromEntries(pairs(home).map(([name, value]) => [name, below(value)]));
    return [home, { files: home.files.replace(fileName, `*/${fileName}`), headers }];
  });
  return headersFile([...rules.filter((rule) => !isWhole(rule)), ...feedsBelow]);
}

/** `.htaccess` for Apache; a path of its own is told by an expression. */
function htaccess(rules: readonly HeaderRule[]): HostFile {
  const block = (rule: HeaderRule) => {
    const [open, close] = isForAll(rule)
      ? []
      : isWhole(rule)
        ? [`<If "%{REQUEST_URI} == '${rule.files}'">`, '</If>']
        : [`<Files ${quoted(rule.files)}>`, '</Files>'];
    const type = rule.headers['Content-Type'];
    const others = pairs(rule).filter(([name]) => name !== 'Content-Type');
    const [media, charset] = type?.split('; charset=') ?? [];
    return [
      ...(open ? [open] : []),
      ...(media ? [`  ForceType ${charset ? quoted(`${media}; charset=${charset}`) : media}`] : []),
      ...(others.length > 0 ? ['  <IfModule mod_headers.c>'] : []),
      ...others.map(([name, value]) => `    Header set ${name} ${quoted(value.replaceAll('%', '%%'))}`),
      ...(others.length > 0 ? ['  </IfModule>'] : []),
      ...(close ? [close] : []),
    ];
  };
  const compress = [
    '<IfModule mod_deflate.c>',
    '  AddOutputFilterByType DEFLATE text/html text/css text/javascript text/x-opml application/xml application/feed+json',
    '</IfModule>',
  ];
  return fileOf('.htaccess', [
    'DirectoryIndex index.html',
    'AddDefaultCharset utf-8',
    ...rules.flatMap(block),
    ...compress,
  ]);
}

/** A part of a `server` block for nginx, to be included there; a request matches one location only. */
function nginx(rules: readonly HeaderRule[]): HostFile {
  const forAll = rules.filter(isForAll);
  const general = rules.filter((rule) => !isWhole(rule) && !isForAll(rule));
  const whole = rules.filter(isWhole);
  const header = ([name, value]: [string, string]) => `add_header ${name} '${value.replace(/'/g, "\\'")}';`;
  const location = (where: string, list: readonly HeaderRule[]) => {
    // A location has none of the headers around it once it has one of its own.
    const headers = [...forAll, ...list].flatMap(pairs);
    const type = headers.find(([name]) => name === 'Content-Type')?.[1];
    const [media, charset] = type?.split('; charset=') ?? [];
    return [
      `location ${where} {`,
      ...(media ? ['  types { }', `  default_type ${media};`] : []),
      ...(charset ? [`  charset ${charset};`, `  charset_types ${media};`] : []),
      ...headers.filter(([name]) => name !== 'Content-Type').map((each) => `  ${header(each)}`),
      '}',
    ];
  };
  const pattern = (files: string) => `~ /${files.replace(/[.+]/g, '\\$&').replace('*', '[^/]*')}$`;
  const lines = [
    '# Put this into the server block: include /path/to/feedwright.nginx.conf;',
    'charset utf-8;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_types text/css text/javascript application/xml application/feed+json text/x-opml;',
    ...forAll.flatMap(pairs).map(header),
    ...whole.flatMap((rule) => {
      const base = general.filter(({ files }) => rule.files.endsWith(`/${files}`));
      return location(`= ${rule.files}`, [...base, rule]);
    }),
    ...general.flatMap((rule) => location(pattern(rule.files), [rule])),
  ];
  return fileOf('feedwright.nginx.conf', lines);
}

/** `vercel.json`. */
function vercel(rules: readonly HeaderRule[]): HostFile {
  const headers = rules.map((rule) => ({
    source: isForAll(rule)
      ? '/(.*)'
      : isWhole(rule)
        ? rule.files
        : `/(.*/)?${rule.files.replace('*', '[^/]*').replace(/\./g, '\\.')}`,
    headers: pairs(rule).map(([key, value]) => ({ key, value })),
  }));
  return { ...fileOf('vercel.json', [JSON.stringify({ headers }, null, 2)]), mediaType: 'application/json' };
}

/** GitHub Pages takes no headers; the file keeps it from reading the site as Jekyll's. */
const noJekyll: HostFile = { path: '.nojekyll', text: '', givesWay: true };

/** Every host that takes a file. A new one is a new entry here. */
export const hosts = [
  { name: 'netlify', file: headersFile },
  { name: 'cloudflare', file: cloudflare },
  { name: 'apache', file: htaccess },
  { name: 'nginx', file: nginx },
  { name: 'vercel', file: vercel },
  { name: 'github-pages', file: () => noJekyll },
] as const satisfies readonly Host[];

/** Names of the hosts, as the setting `hosting` takes them. */
export const hostNames = hosts.map(({ name }) => name);
