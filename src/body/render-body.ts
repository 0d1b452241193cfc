import { fieldsOf } from '../articles/article.js';
import { reportFailure } from '../articles/report-failure.js';
import { readSourceText } from '../articles/source-text.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { siteWords } from '../language/site-words.js';
import { memoize } from '../platform/memoize.js';
import { harmless, withinBudget } from '../text/budget.js';
import { escapeHtml, escapeHtmlText } from '../text/escape-html.js';
import { findElement } from '../text/html-elements.js';
import { lineOf } from '../text/text-of.js';
import { hasIllegalCharacters, withoutIllegalCharacters } from '../text/xml-characters.js';
import { reportIllegal, reportLost, reportNoPage, reportRefused, reportUnknown } from './body-problems.js';
import { noReferences, urlsOf } from './body-urls.js';
import { bodyOfPage } from './built-page.js';
import { BuiltFiles } from './built-site.js';
import type { BodyContext, BodySubject, RenderedBody } from './rendered-body.js';
import { safeHtml } from './safe-html.js';
import { markSummaryEnds, summaryOf, takeSummaryEnd } from './summary.js';
import { replaceTemplates } from './syntax/syntax.js';
import type { TemplateSite } from './syntax/tag.js';

/**
 * Renders the body of an article: from its file, which is read once more, or from the page that the site's own tool made
 * of it, where the settings name that (`rendered`).
 *
 * Reports FW032 where the file is gone or is no longer the one that was read, FW034 to FW036 where it cannot be rendered,
 * FW030 and FW045 to FW047 for what is left out of it, FW043 for tags of templates that are not known, and FW048 where the
 * built site has no such page.
 */
export function renderBody(article: BodySubject, context: BodyContext): RenderedBody {
  try {
    const page = pageOfSite(article, context);
    const length = article.body.bytes + (page?.length ?? 0);
    return withinBudget(length, () => {
      const read = readBody(article);
      if (typeof read !== 'string') return emptyBody(article, read);
      return context.site.rendered
        ? fromPage(page, read, article, context)
        : fromSource(read, article, context);
    });
  } catch (error) {
    return emptyBody(article, reportFailure(error, article.source, article.body.line));
  }
}

/** The body as it stands in the file. */
function readBody(article: BodySubject): string | Diagnostic {
  const read = readSourceText(article.source);
  if (read.text !== undefined && read.bytes === article.body.bytes)
    return read.text.slice(article.body.offset);
  const message = 'The file changed or vanished while it was read; run the build again.';
  return diagnose('FW032', { file: article.source.path, message });
}

/** What stands in the place of a body that cannot be shown; nothing is published then. */
function emptyBody({ summary = '' }: BodySubject, problem: Diagnostic): RenderedBody {
  return { html: '', summary, assets: [], dangling: [], diagnostics: [problem] };
}

function pageOfSite(article: BodySubject, context: BodyContext): string | undefined {
  const { rendered, url } = context.site;
  return rendered && new BuiltFiles(rendered, url, context.files).page(article.path);
}

/** The body that the page of the built site shows; the summary where there is none. */
function fromPage(
  page: string | undefined,
  source: string,
  article: BodySubject,
  context: BodyContext,
): RenderedBody {
  const { rendered } = context.site;
  const found = page === undefined ? undefined : bodyOfPage(page, article.title, rendered?.selector);
  if (found === undefined || (found === '' && source.trim() !== '')) {
    const plain = fromSource(source, article, context);
    const html = plain.summary ? `<p>${escapeHtmlText(plain.summary)}</p>` : '';
    return {
      ...plain,
      html,
      assets: [],
      dangling: [],
      diagnostics: [reportNoPage(article, page !== undefined)],
    };
  }
  return inSafeHtml({ text: found, format: 'html', source: found }, article, context);
}

/** The body that the file itself makes. */
function fromSource(body: string, article: BodySubject, context: BodyContext): RenderedBody {
  const unknown = new Map<string, string>();
  // Reading a tag of a template can take long though it is short; a large body is watched as a whole.
  const isSuspect = body.length < harmless && /\{[{%#<A-Za-z]|<[A-Z]|:::/.test(body);
  const replace = () => withoutTemplates(body, article, context, unknown);
  const text = isSuspect ? withinBudget(body.length, replace, true) : replace();
  const { format } = article.source;
  const isWritten = format === 'markdown' && text === body;
  const rendered = inSafeHtml({ text, format, source: body, isWritten }, article, context);
  if (unknown.size === 0) return rendered;
  const diagnostics = [reportUnknown(unknown, body, article), ...rendered.diagnostics];
  const { conventions } = context.site;
  if (conventions.isOwn) return { ...rendered, diagnostics };
  // On a site of another tool there is a page that has it all.
  const { partOnSite } = siteWords(context.site, article.language);
  const link = `<p><a href="${escapeHtml(article.url)}">${escapeHtmlText(partOnSite)}</a></p>`;
  return { ...rendered, html: `${rendered.html}\n${link}`, diagnostics };
}

/** A text as it is rendered. */
interface BodyText {
  text: string;
  format: 'markdown' | 'html';
  /** What places of problems are told in. */
  source: string;
  /** It is the Markdown that the author wrote. */
  isWritten?: boolean;
}

/** Safe HTML with absolute addresses, and the summary in it. */
function inSafeHtml(
  { text, format, source, isWritten = false }: BodyText,
  article: BodySubject,
  context: BodyContext,
): RenderedBody {
  const { html: allowed, conventions } = context.site;
  const marked = markSummaryEnds(text, conventions.summaryEnd);
  const references = noReferences();
  const urls = urlsOf(article, context, references);
  const lost = new Set<string>();
  const note = (name: string) => lost.add(name);
  const html = safeHtml(marked.text, format, article.language, allowed, urls, note, conventions.markdown);
  const shown = withoutTitle(html, article, context);
  const unmarked = takeSummaryEnd(legalHtml(shown), marked, format === 'markdown');
  const { assets, dangling, refused, isRelative } = references;
  const diagnostics = [...refused].map((each) => reportRefused(each, source, article));
  if (hasIllegalCharacters(shown)) diagnostics.unshift(reportIllegal(source, article));
  if (lost.size > 0 && !context.site.rendered) diagnostics.push(reportLost([...lost], source, article));
  const summary = article.summary ?? summaryOf(unmarked);
  const plain = isWritten && !isRelative ? { isPlainMarkdown: true as const } : {};
  return { html: unmarked.html, summary, assets, dangling, diagnostics, ...plain };
}

/** Without what XML cannot hold: forbidden characters, and carriage returns, which its parsers change (XML 1.0, 2.11). */
function legalHtml(html: string): string {
  return withoutIllegalCharacters(html).replace(/\r\n?/g, '\n');
}

/** Items have the title themselves: the heading that it was taken from goes, and one that only repeats it. */
function withoutTitle(html: string, article: BodySubject, { site }: BodyContext): string {
  if (site.rendered) return html;
  if (!article.titleIsFirstHeading && !site.conventions.repeatsTitle) return html;
  const heading = findElement(html, 'h[1-6]');
  if (!heading) return html;
  const isRepeated = heading.from === 0 && lineOf(heading.inner) === article.title;
  if (!article.titleIsFirstHeading && !isRepeated) return html;
  return html.slice(0, heading.from) + html.slice(heading.to).trimStart();
}

/** What templates know of a site; the same object each time. */
const templateSite = memoize(
  ({ url, title, timezone, conventions }: BodyContext['site']): TemplateSite => ({
    ...conventions.templates,
    ...{ url, title, timezone },
  }),
);

/** An article as templates know it. */
function pageOf(article: BodySubject): Readonly<Record<string, unknown>> {
  const { title, path, date, slug, source } = article;
  return { ...fieldsOf(article), title, url: `/${path}`, date, slug, fileSlug: slug, path: source.sitePath };
}

/**
 * The body without the templates of other tools.
 *
 * @param unknown is told the tags and values that are not known
 */
function withoutTemplates(
  body: string,
  article: BodySubject,
  { site, addresses, files }: BodyContext,
  unknown: Map<string, string>,
): string {
  return replaceTemplates(body, site.conventions.syntax, article.source, {
    site: templateSite(site, ''),
    // Most articles have no templates that ask for it.
    get page() {
      return pageOf(article);
    },
    files,
    address: (reference: string) => addresses.find(reference),
    unknown,
  });
}
