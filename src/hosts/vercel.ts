import {
  fileOf,
  type HeaderRule,
  type HostFile,
  type HostRules,
  headersOf,
  isForAll,
  isWhole,
} from './host.js';

/** `vercel.json`, whose patterns are those of path-to-regexp 6. */
export function vercel({ headers: rules, redirects: moved }: HostRules): HostFile[] {
  const headers = rules.flatMap((rule) =>
    sourcesOf(rule).map((source) => ({
      source,
      headers: headersOf(rule).map(([key, value]) => ({ key, value })),
    })),
  );
  const redirects = moved.map(({ from, to }) => ({
    source: literal(from),
    destination: to,
    statusCode: 301,
  }));
  const settings = { headers, ...(redirects.length > 0 ? { redirects } : {}) };
  return [{ ...fileOf('vercel.json', [JSON.stringify(settings, null, 2)]), mediaType: 'application/json' }];
}

/** They match the address that is asked for, in which a page in a folder has no file name. */
function sourcesOf(rule: HeaderRule): string[] {
  if (isForAll(rule)) return ['/(.*)'];
  if (isWhole(rule)) return [literal(rule.files)];
  if (!rule.files.startsWith('*')) return [`/:path*/${rule.files}`];
  const named = `/(.*${rule.files.slice(1).replaceAll('.', '\\.')})`;
  return rule.files === '*.html' ? ['/', '/(.*)/', named] : [named];
}

/** What means something in a pattern stands for itself. */
function literal(path: string): string {
  return path.replace(/[:()*+?{}\\]/g, '\\$&');
}
