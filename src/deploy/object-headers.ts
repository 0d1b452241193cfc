import { lookup } from 'mrmime';
import { type HeaderRule, headersOf, isForAll, isWhole } from '../hosts/host.js';
import { cacheAge } from '../pages/header-rules.js';
import { decodePath } from '../platform/decode-path.js';
import type { OutputPath } from '../platform/output-path.js';
import { type FileRole, withoutCompression } from './file-role.js';
import type { ObjectHeaders } from './store.js';

/**
 * Headers that are kept with an object. Those that are the same for every file, such as the Content Security Policy, are
 * for the CDN: they would be sent with every upload, and no store passes them on.
 */
const kept = new Set(['content-type', 'cache-control', 'link']);
const codings: ReadonlyMap<string, string> = new Map([
  ['.gz', 'gzip'],
  ['.br', 'br'],
]);

/** The headers of objects, by the table that web hosts get (`pages/header-rules.ts`). */
export class ObjectHeaderTable {
  private readonly whole = new Map<string, HeaderRule>();
  private readonly general: readonly HeaderRule[];

  /**
   * @param base path of the site on its host, ending in `/`
   * @param files all files of the site
   */
  constructor(
    rules: readonly HeaderRule[],
    base: string,
    private readonly files: ReadonlySet<string> | ReadonlyMap<string, unknown>,
    private readonly roleOf: (path: OutputPath) => FileRole,
  ) {
    for (const rule of rules.filter(isWhole)) this.whole.set(decodePath(rule.files.slice(base.length)), rule);
    this.general = rules.filter((rule) => !isWhole(rule));
  }

  /** The headers of a file: media type (RFC 9110, 8.3), how long it keeps, its compression, and links. */
  headersFor(path: OutputPath): ObjectHeaders {
    const plain = withoutCompression(path);
    const coding = this.files.has(plain) ? codings.get(path.slice(plain.length)) : undefined;
    const of = coding === undefined ? path : plain;
    const type = lookup(of) ?? 'application/octet-stream';
    const headers: Record<string, string> = {
      'content-type': /^text\/|^application\/(?:javascript|json|xml)$/.test(type)
        ? `${type}; charset=utf-8`
        : type,
      'cache-control': `public, max-age=${isLasting(type) ? cacheAge.assets : cacheAge.pages}`,
    };
    for (const rule of this.rulesFor(of)) {
      for (const [name, value] of headersOf(rule)) {
        const key = name.toLowerCase();
        if (kept.has(key)) headers[key] = value;
      }
    }
    // What is in an archive does not change unless an old article does.
    if (this.roleOf(path) === 'archive') headers['cache-control'] = `public, max-age=${cacheAge.assets}`;
    return coding === undefined ? headers : { ...headers, 'content-encoding': coding };
  }

  private rulesFor(path: string): HeaderRule[] {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const own = this.whole.get(path);
    const matching = this.general.filter(
      (rule) =>
        isForAll(rule) ||
        (rule.files.startsWith('*') ? name.endsWith(rule.files.slice(1)) : name === rule.files),
    );
    return own ? [...matching, own] : matching;
  }
}

/** Pictures and recordings: they come with articles, and are seldom replaced. */
function isLasting(mediaType: string): boolean {
  return /^(?:image|audio|video|font)\//.test(mediaType);
}
