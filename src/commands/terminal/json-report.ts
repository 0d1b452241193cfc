import type { BuildReport } from '../../build/report.js';

/** The report of a build for programs: one JSON text, its members in a fixed order. */
export function reportAsJson(report: BuildReport, seconds: number): string {
  const { ok, site, files, feeds, articles, leftOut, overflowed, diagnostics } = report;
  return JSON.stringify(
    {
      ok,
      site: {
        title: site.title,
        url: site.url,
        articles: site.articles,
        out: site.out,
        tool: site.recognised.dialect.name,
        recognisedBy: site.recognised.by,
      },
      files,
      articles: articles.map(({ source, title, url, id, date, updated }) => ({
        file: source.path,
        title,
        url,
        id,
        date,
        updated,
      })),
      feeds: feeds.map(({ kind, name, title, path, articles: { length } }) => ({
        kind,
        name,
        title,
        path,
        articles: length,
      })),
      leftOut,
      overflowed,
      diagnostics,
      seconds: Number(seconds.toFixed(3)),
    },
    null,
    2,
  );
}
