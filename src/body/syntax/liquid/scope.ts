import type { SyntaxContext } from '../tag.js';
import type { SiteFiles } from './site-files.js';

/**
 * What templates can name: `page` and `site` as Jekyll has them; in Eleventy the data of the site and the fields of the
 * article stand at the top.
 */
export function scopeOf({ site, page, unknown }: SyntaxContext, files: SiteFiles): object {
  const { root, url, title, values = {}, hasDataOnTop } = site;
  const base = new URL(url);
  const own = { title, url: base.origin, baseurl: base.pathname.replace(/\/$/, ''), time: page.date };
  const posts = () => {
    // Lists of other articles are no part of an article; they would change it with each of them.
    unknown.set('site.posts', 'site.posts');
    return [];
  };
  const known = {
    page,
    site: lazily({ ...values, ...own }, { data: () => files.data, posts, pages: posts }),
  };
  if (hasDataOnTop) return { ...files.data, ...page, ...known };
  return root === undefined ? { ...page, ...known } : known;
}

/** A group with further values, which are made when somebody asks for them, and once: data is looked at as a whole. */
function lazily(group: object, more: Readonly<Record<string, () => unknown>>): object {
  const result: Record<string, unknown> = { ...group };
  for (const [name, get] of Object.entries(more)) {
    if (Object.hasOwn(result, name)) continue;
    let made: unknown;
    Object.defineProperty(result, name, { get: () => (made ??= get()), enumerable: true });
  }
  return result;
}
