import type { PublishedArticle } from '../articles/article.js';
import { groupByDate } from '../articles/dates/group-by-date.js';
import { rootFrom } from '../formats/root-from.js';
import { writeMonth } from '../language/write-date.js';
import { headlineList } from './entry-list.js';
import { type Html, html } from './html.js';
import { layout } from './layout.js';
import { barChart, publishingChart } from './publishing-chart.js';
import type { SiteIndex } from './site-index.js';
import type { LocalizedSite } from './templates.js';

/** The pages of an archive by date: an overview, and a page for each year. */
export function renderArchive(
  localized: LocalizedSite,
  siteIndex: SiteIndex,
): { path: string; text: string }[] {
  const years = groupByDate(localized.articles, 'year', siteIndex.site.timezone);
  const overview = renderOverview(localized, siteIndex);
  return [
    overview,
    ...[...years].map(([year, articles]) => renderYear(year, articles, localized, siteIndex)),
  ];
}

function renderOverview(localized: LocalizedSite, siteIndex: SiteIndex) {
  const path = `${localized.path}archive/`;
  const toRoot = rootFrom(path);
  const { words, articles } = localized;
  const content = html`<h1>${words.archive}</h1>
${publishingChart(articles, localized, toRoot, siteIndex)}`;
  return { path, text: page(words.archive, path, content, localized, siteIndex) };
}

function renderYear(
  year: number,
  articles: readonly PublishedArticle[],
  localized: LocalizedSite,
  siteIndex: SiteIndex,
) {
  const { timezone } = siteIndex.site;
  const path = `${localized.path}archive/${year}/`;
  const toRoot = rootFrom(path);
  const { words, language } = localized;
  const months = groupByDate(articles, 'month', timezone);
  const nameOf = (month: number) => writeMonth(new Date(Date.UTC(year, month - 1, 15)), language);
  const bars = Array.from({ length: 12 }, (_, index) => {
    const count = months.get(index + 1)?.length ?? 0;
    return { label: nameOf(index + 1), count, ...(count > 0 ? { href: `#fw-month-${index + 1}` } : {}) };
  });
  const lists = [...months].map(
    ([month, list]) => html`<h2 id="fw-month-${month}">${nameOf(month)}</h2>
${headlineList(list, localized, toRoot, siteIndex)}`,
  );
  const heading = `${words.archive}: ${year}`;
  const content = html`<h1>${heading}</h1>
${barChart(words.perMonth, words.month, words.articles, bars)}${lists}`;
  return { path, text: page(heading, path, content, localized, siteIndex) };
}

function page(
  heading: string,
  path: string,
  content: Html,
  localized: LocalizedSite,
  siteIndex: SiteIndex,
): string {
  const { title, description, language, feed } = localized;
  return layout(
    { title: `${heading} – ${title}`, description, language, path, feeds: [feed], content },
    localized,
    siteIndex,
  );
}
