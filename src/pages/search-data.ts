import { writeDate } from '../language/write-date.js';
import { cutAtWord } from '../text/plain-text.js';
import { scriptJson } from './script-json.js';
import type { SiteIndex } from './site-index.js';
import type { Entry } from './templates.js';

/**
 * What the search knows of each article: title, path, day, other words, beginning of the summary. It is a script and
 * not JSON, so that it loads without a server too.
 */
export function renderSearchData(entries: readonly Entry[], { site }: SiteIndex): string {
  const rows = entries.map(({ article, summary }) => {
    const { title, path, date, language, sections, tags, authors } = article;
    const words = [...sections, ...tags, ...authors.map(({ name }) => name)].join(' ');
    return `\n${scriptJson([title, path, writeDate(date, language, site.timezone), words, cutAtWord(summary, 160)])}`;
  });
  return `fwSearchData([${rows.join(',')}\n]);\n`;
}
