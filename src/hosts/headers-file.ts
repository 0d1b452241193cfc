import {
  fileOf,
  type HeaderRule,
  type HostFile,
  type HostRules,
  headersOf,
  isForAll,
  isWhole,
  type Redirect,
} from './host.js';

/** `_headers`, as Netlify and Cloudflare Pages read it: a pattern, and a header a line below it. */
function headersFile(rules: readonly HeaderRule[]): HostFile {
  const lines = rules.flatMap((rule) =>
    requestPatterns(rule).flatMap((each) => [
      each,
      ...headersOf(rule).map(([name, value]) => `  ${name}: ${value}`),
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
 * `_redirects`, as several hosts read it: from, to and the status.
 *
 * @param status `301!` for Netlify, which then passes over a file in the place
 * @returns nothing where there are none
 */
export function redirectsFile(redirects: readonly Redirect[], status = '301'): HostFile[] {
  if (redirects.length === 0) return [];
  const lines = redirects.map(({ from, to }) => `${from} ${to} ${status}`);
  return [{ ...fileOf('_redirects', lines), givesWay: true }];
}

/** The files for Netlify, where a redirect passes over a file in its place only with `!`. */
export function netlify({ headers, redirects }: HostRules): HostFile[] {
  return [headersFile(headers), ...redirectsFile(redirects, '301!')];
}

/**
 * The files for Cloudflare Pages, which takes a hundred rules of headers at most: what differs from feed to feed is its
 * address, and `:splat` stands for the part that `*` took.
 */
export function cloudflare({ headers: rules, redirects }: HostRules): HostFile[] {
  // The first rule for a file name is that of the feed of everything.
  const homes = new Map<string, HeaderRule>();
  for (const rule of rules.filter(isWhole)) {
    const fileName = rule.files.slice(rule.files.lastIndexOf('/') + 1);
    if (!homes.has(fileName)) homes.set(fileName, rule);
  }
  const feedsBelow = [...homes].flatMap(([fileName, home]) => {
    const below = (value: string) => value.replace(`/${fileName}>`, `/:splat/${fileName}>`);
    const headers = Object.fromEntries(headersOf(home).map(([name, value]) => [name, below(value)]));
    return [home, { files: home.files.replace(fileName, `*/${fileName}`), headers }];
  });
  return [
    headersFile([...rules.filter((rule) => !isWhole(rule)), ...feedsBelow]),
    ...redirectsFile(redirects),
  ];
}
