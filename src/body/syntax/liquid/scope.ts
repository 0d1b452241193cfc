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
  if (hasDataOnTop) return lazily({ ...page, ...known }, entriesOf(files));
  return root === undefined ? { ...page, ...known } : known;
}

function entriesOf(files: SiteFiles): Record<string, () => unknown> {
  return Object.fromEntries(Object.keys(files.data).map((name) => [name, () => files.data[name]]));
}

/** A group with further values, which are made when somebody asks for them. */
function lazily(group: object, more: Readonly<Record<string, () => unknown>>): object {
  const result: Record<string, unknown> = { ...group };
  for (const [name, get] of Object.entries(more)) {
    if (!Object.hasOwn(result, name)) Object.defineProperty(result, name, { get, enumerable: true });
  }
  return result;
}
