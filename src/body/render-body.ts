import { decodeHTML } from 'entities';
import type { RefusedAsset } from '../articles/assets.js';
import { reportFailure } from '../articles/report-failure.js';
import { readSourceText } from '../articles/source-text.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Place } from '../diagnostics/lines.js';
import { linesOf } from '../diagnostics/lines.js';
import { harmless, withinBudget } from '../text/budget.js';
import { findElement } from '../text/html-elements.js';
import { hasIllegalCharacters, withoutIllegalCharacters } from '../text/xml-characters.js';
import { noReferences, urlsOf } from './body-urls.js';
import type { BodyContext, BodySubject, RenderedBody } from './rendered-body.js';
import { safeHtml } from './safe-html.js';
import { markSummaryEnds, summaryOf, takeSummaryEnd } from './summary.js';
import { replaceTemplates } from './syntax/syntax.js';

/**
 * Reads the body of an article from its file once more, and renders it.
 *
 * Reports FW032 where the file is gone or is no longer the one that was read, FW034 to FW036 where it cannot be rendered,
 * FW030 and FW045 to FW047 for what is left out of it, and FW043 for tags of templates that are not known.
 */
export function renderBody(article: BodySubject, context: BodyContext): RenderedBody {
  try {
    return withinBudget(article.body.bytes, () => render(article, context));
  } catch (error) {
    return emptyBody(article, reportFailure(error, article.source, article.body.line));
  }
}

/** What stands in the place of a body that cannot be shown; nothing is published then. */
function emptyBody({ summary = '' }: BodySubject, problem: Diagnostic): RenderedBody {
  return { html: '', summary, assets: [], dangling: [], diagnostics: [problem] };
}

function render(article: BodySubject, context: BodyContext): RenderedBody {
  const read = readSourceText(article.source);
  if (read.text === undefined || read.bytes !== article.body.bytes) {
    const message = 'The file changed or vanished while it was read; run the build again.';
    return emptyBody(article, diagnose('FW032', { file: article.source.path, message }));
  }
  const body = read.text.slice(article.body.offset);
  // Reading a tag of a template can take long though it is short; a large body is watched as a whole.
  const isSuspect = body.length < harmless && /\{[{%#<A-Za-z]|<[A-Z]|:::/.test(body);
  const replace = () => withoutTemplates(body, article, context);
  const { text: plain, diagnostics } = isSuspect ? withinBudget(body.length, replace, true) : replace();
  const marked = markSummaryEnds(plain, context.site.conventions.summaryEnd);
  const references = noReferences();
  const urls = urlsOf(article, context, references);
  const { format } = article.source;
  const lost = new Set<string>();
  const { html: allowed } = context.site;
  const rendered = safeHtml(marked.text, format, article.language, allowed, urls, (name) => lost.add(name));
  const shown = article.titleIsFirstHeading ? withoutFirstHeading(rendered) : rendered;
  const unmarked = takeSummaryEnd(legalHtml(shown), marked, format === 'markdown');
  if (hasIllegalCharacters(shown)) diagnostics.push(reportIllegal(body, article));
  const { assets, dangling, refused } = references;
  diagnostics.push(...[...refused].map((each) => reportRefused(each, body, article)));
  if (lost.size > 0) diagnostics.push(reportLost([...lost], body, article));
  return {
    html: unmarked.html,
    summary: article.summary ?? summaryOf(unmarked),
    assets,
    dangling,
    diagnostics,
  };
}

/** Without what XML cannot hold: forbidden characters, and carriage returns, which its parsers change (XML 1.0, 2.11). */
function legalHtml(html: string): string {
  return withoutIllegalCharacters(html).replace(/\r\n?/g, '\n');
}

function withoutFirstHeading(html: string): string {
  const heading = findElement(html, 'h[1-6]');
  return heading ? html.slice(0, heading.from) + html.slice(heading.to).trimStart() : html;
}

/** FW030 for a character reference, such as `&#1;`, to something that no feed can hold. */
function reportIllegal(body: string, article: BodySubject): Diagnostic {
  const references = body.match(/&#x?[0-9a-f]{1,8};?/gi) ?? [];
  const written = references.find((each) => hasIllegalCharacters(decodeHTML(each))) ?? '';
  const message = 'The text has references to control characters, which were removed.';
  const place = placeIn(body, written, article);
  return diagnose('FW030', { file: article.source.path, message, ...place });
}

/** The most names of elements that are told. */
const mostNames = 10;

/** FW047 for elements that no feed can hold. */
function reportLost(names: readonly string[], body: string, article: BodySubject): Diagnostic {
  const at = body.toLowerCase().indexOf(`<${names[0]}`);
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  const list = names.slice(0, mostNames).map((name) => `<${name.slice(0, 40)}>`);
  const message = `Elements that feeds cannot hold were taken out of the text: ${list.join(', ')}${more}.`;
  const place = placeIn(body, body.slice(at, at + 40), article);
  return diagnose('FW047', { file: article.source.path, message, ...place });
}

/** FW045 and FW046 for an address in a body. */
function reportRefused(
  [written, asset]: [string, RefusedAsset],
  body: string,
  article: BodySubject,
): Diagnostic {
  const { code, message } = asset;
  return diagnose(code, { file: article.source.path, message, ...placeIn(body, written, article) });
}

/** Line, column and excerpt of words in a body; the beginning of the body where they are not found. */
function placeIn(
  body: string,
  words: string,
  article: BodySubject,
): Pick<Diagnostic, 'excerpt'> & { place: Place } {
  const lines = linesOf(body);
  const { line, column } = lines.placeAt(Math.max(0, body.indexOf(words)));
  return { place: { line: article.body.line + line - 1, column }, excerpt: lines.line(line).slice(0, 300) };
}

/** The body without the templates of other tools, and FW043 where one of them is not known. */
function withoutTemplates(
  body: string,
  article: BodySubject,
  { site, addresses }: BodyContext,
): { text: string; diagnostics: Diagnostic[] } {
  const unknown = new Map<string, string>();
  const base = new URL(site.url);
  const variables = {
    title: article.title,
    'page.title': article.title,
    'page.url': `/${article.path}`,
    'page.date': article.date,
    'site.title': site.title,
    'site.url': base.origin,
    'site.baseurl': base.pathname.replace(/\/$/, ''),
  };
  const tagContext = { variables, address: (reference: string) => addresses.find(reference), unknown };
  const text = replaceTemplates(body, site.conventions.syntax, article.source, tagContext);
  const [first] = unknown.values();
  if (first === undefined) return { text, diagnostics: [] };
  const names = [...unknown.keys()].map((name) => `"${name.slice(0, 40)}"`);
  const message = `Tags of a template that are not known here were taken out: ${names.join(', ')}.`;
  const place = placeIn(body, first, article);
  return { text, diagnostics: [diagnose('FW043', { file: article.source.path, message, ...place })] };
}
