import type { PublishedArticle } from '../articles/article.js';
import { groupByDate } from '../articles/dates/group-by-date.js';
import { type Html, html } from './html.js';
import type { SiteIndex } from './site-index.js';
import type { LocalizedSite } from './templates.js';

/** One bar: what it stands for, how many articles, and where it leads. */
export interface Bar {
  label: string;
  count: number;
  href?: string;
}

/** Articles of each year between the last and the first, with a link to the page of the year. */
export function publishingChart(
  articles: readonly PublishedArticle[],
  localized: LocalizedSite,
  toRoot: string,
  { site }: SiteIndex,
): Html {
  const counts = groupByDate(articles, 'year', site.timezone);
  if (counts.size === 0) return html``;
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const years =
    last - first < 100
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : [...counts.keys()];
  const bars = years.reverse().map((year): Bar => {
    const count = counts.get(year)?.length ?? 0;
    return {
      label: String(year),
      count,
      ...(count > 0 ? { href: `${toRoot}${localized.path}archive/${year}/` } : {}),
    };
  });
  const { words } = localized;
  return barChart(words.perYear, words.year, words.articles, bars);
}

/** How much was published when: a row for each bar, with a link, the number, and how long the bar is. */
export function barChart(title: string, labelHead: string, countHead: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const rows = bars.map(({ label, count, href }) => {
    const length = Math.ceil((count / most) * 100);
    const bar = html`<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${length}" height="1"></rect></svg>`;
    return html`<tr><th scope="row">${href ? html`<a href="${href}">${label}</a>` : label}</th><td>${count}</td><td aria-hidden="true">${bar}</td></tr>\n`;
  });
  return html`<section class="fw-chart">
<h2>${title}</h2>
<table>
<thead class="fw-unseen"><tr><th scope="col">${labelHead}</th><th scope="col">${countHead}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}
