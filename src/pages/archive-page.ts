import type { PublishedArticle } from '../articles/article.js';
import { byCalendar } from '../articles/dates/group-by-date.js';
import { rootFrom } from '../formats/root-from.js';
import { writeDate, writeMonth } from '../language/write-date.js';
import { type Html, html } from './html.js';
import { layout } from './layout.js';
import { barChart, publishingChart } from './publishing-chart.js';
import type { Portal } from './site-index.js';
import type { Edition } from './templates.js';

/** The pages of an archive by date: an overview, and a page for each year. */
export function renderArchive(edition: Edition, portal: Portal): { path: string; text: string }[] {
  const years = byCalendar(edition.feed.articles, 'year', portal.site.timezone);
  const overview = renderOverview(edition, portal);
  return [overview, ...[...years].map(([year, articles]) => renderYear(year, articles, edition, portal))];
}

function renderOverview(edition: Edition, portal: Portal) {
  const path = `${edition.path}archive/`;
  const toRoot = rootFrom(path);
  const { words, feed } = edition;
  const content = html`<h1>${words.archive}</h1>
${publishingChart(feed.articles, edition, toRoot, portal)}${feedLists(edition, toRoot, portal)}`;
  return { path, text: page(words.archive, path, content, edition, portal) };
}

/** Every section, tag, author and collection, with the number of its articles. */
function feedLists(edition: Edition, toRoot: string, { feeds, languages }: Portal): Html[] {
  const { words } = edition;
  const only = languages.length > 1 ? edition.language : undefined;
  const kinds = [
    [words.sections, feeds.filter((feed) => feed.kind === 'section' && feed.only === only)],
    [words.collections, feeds.filter(({ kind }) => kind === 'collection')],
    [words.authors, feeds.filter(({ kind, language }) => kind === 'author' && (!only || language === only))],
    [words.tags, feeds.filter(({ kind, language }) => kind === 'tag' && (!only || language === only))],
  ] as const;
  return kinds
    .filter(([, list]) => list.length > 0)
    .map(([word, list]) => {
      const items = list.map(
        ({ path, name, articles }) =>
          html`<li><a href="${toRoot + path}">${name}</a> ${articles.length}</li>\n`,
      );
      return html`<h2>${word}</h2>\n<div class="fw-tags">\n<ul>\n${items}</ul>\n</div>\n`;
    });
}

function renderYear(year: number, articles: readonly PublishedArticle[], edition: Edition, portal: Portal) {
  const { timezone } = portal.site;
  const path = `${edition.path}archive/${year}/`;
  const toRoot = rootFrom(path);
  const { words, language } = edition;
  const months = byCalendar(articles, 'month', timezone);
  const nameOf = (month: number) => writeMonth(new Date(Date.UTC(year, month - 1, 15)), language);
  const bars = Array.from({ length: 12 }, (_, index) => {
    const count = months.get(index + 1)?.length ?? 0;
    return { label: nameOf(index + 1), count, ...(count > 0 ? { href: `#fw-month-${index + 1}` } : {}) };
  });
  const lists = [...months].map(
    ([month, list]) => html`<h2 id="fw-month-${month}">${nameOf(month)}</h2>
<ul class="fw-plain">
${list.map((article) => line(article, edition, toRoot, timezone))}</ul>
`,
  );
  const heading = `${words.archive}: ${year}`;
  const content = html`<h1>${heading}</h1>
${lists}${barChart(words.perMonth, words.month, words.articles, bars)}`;
  return { path, text: page(heading, path, content, edition, portal) };
}

function line(
  { title, path, date, language }: PublishedArticle,
  edition: Edition,
  toRoot: string,
  timezone: string,
) {
  const isForeign = language !== edition.language;
  return html`<li${isForeign && html` lang="${language}"`}><a href="${toRoot + path}">${title}</a> <span class="fw-meta">${writeDate(date, language, timezone)}</span></li>\n`;
}

function page(heading: string, path: string, content: Html, edition: Edition, portal: Portal): string {
  const { title, language, feed } = edition;
  return layout(
    { title: `${heading} – ${title}`, description: '', language, path, feeds: [feed], content },
    edition,
    portal,
  );
}
