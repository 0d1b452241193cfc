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
  const { date } = liquid.filters;
  if (typeof date !== 'function') return;
  liquid.registerFilter('date', function (value: unknown, ...given: unknown[]) {
    // What is built does not depend on the day: "now" is the moment of the article.
    const isClock = typeof value === 'string' && /^(?:now|today)$/i.test(value);
    return date.call(this, isClock ? context().page.date : value, ...given);
  });
}

function rooted(path: string): string {
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}
