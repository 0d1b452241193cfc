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

/** Articles of each year between the first and the last, with a link to the page of the year. */
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
  const bars = years.map((year): Bar => {
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

const [barWidth, gap, height] = [20, 4, 60];

/** A small chart for the eye, and the same as a table for everybody else. */
export function barChart(title: string, labelHead: string, countHead: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = bars.length * (barWidth + gap);
  const rects = bars.map(({ count }, index) => {
    const tall = count === 0 ? 1 : Math.max(3, Math.round((count / most) * height));
    return html`<rect x="${index * (barWidth + gap)}" y="${height - tall}" width="${barWidth}" height="${tall}"></rect>`;
  });
  const rows = bars.map(
    ({ label, count, href }) =>
      html`<tr><th scope="row">${href ? html`<a href="${href}">${label}</a>` : label}</th><td>${count}</td></tr>\n`,
  );
  return html`<section class="fw-chart">
<h2>${title}</h2>
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${rects}</svg>
<table>
<thead><tr><th scope="col">${labelHead}</th><th scope="col">${countHead}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}
