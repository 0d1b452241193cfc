import { tag } from './feed-package/feed-package.js';
import type { Placeholders } from './feed-package/placeholders.js';
import type { History } from './format.js';

/**
 * Links between the documents of a feed (RFC 5005, section 4), for both XML formats.
 *
 * @param element what a link is called there: `link`, or `atom:link` in RSS
 * @param type media type of the documents
 */
export function historyElements(
  history: History,
  element: string,
  type: string,
  placeholders: Placeholders,
): string[] {
  const { current, previous, next } = history;
  const links: [rel: string, href: string | undefined][] = [
    ['current', current],
    ['prev-archive', previous],
    ['next-archive', next],
  ];
  return [
    ...(current ? ['<fh:archive/>'] : []),
    ...links.flatMap(([rel, href]) =>
      href ? [tag(element, { rel, type, href: placeholders.text(href) })] : [],
    ),
  ];
}
