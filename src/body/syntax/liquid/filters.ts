import type { Liquid } from 'liquidjs';
import { Marked } from 'marked';
import type { SyntaxContext } from '../tag.js';

/** Filters of Jekyll and Eleventy that liquidjs has not, or has otherwise. What is not known leaves its value as it is. */
export function registerFilters(liquid: Liquid, context: () => SyntaxContext): void {
  const base = () => new URL(context().site.url);
  const relative = (path: unknown) => base().pathname.replace(/\/$/, '') + rooted(String(path ?? ''));
  const absolute = (path: unknown) => {
    const text = String(path ?? '');
    return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : base().origin + relative(text);
  };
  liquid.registerFilter('relative_url', relative);
  liquid.registerFilter('absolute_url', absolute);
  liquid.registerFilter('url', (path: unknown) => (String(path).startsWith('/') ? relative(path) : path));
  liquid.registerFilter('markdownify', (text: unknown) =>
    new Marked().parse(String(text ?? ''), { async: false }),
  );
  for (const name of ['smartify', 'safe', 'htmlBaseUrl'])
    liquid.registerFilter(name, (value: unknown) => value);
  // What is built depends neither on the day nor on chance: "now" is the moment of the article.
  liquid.registerFilter('sample', (value: unknown) => (Array.isArray(value) ? value[0] : value));
  for (const name of dateFilters) {
    const filter = liquid.filters[name];
    if (typeof filter !== 'function') continue;
    liquid.registerFilter(name, function (value: unknown, ...given: unknown[]) {
      const isClock = typeof value === 'string' && /^(?:now|today)$/i.test(value);
      return filter.call(this, isClock ? context().page.date : value, ...given);
    });
  }
}

const dateFilters = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];

function rooted(path: string): string {
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}
