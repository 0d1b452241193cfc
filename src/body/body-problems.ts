import { decodeHTML } from 'entities';
import type { RefusedAsset } from '../articles/assets.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Place } from '../diagnostics/lines.js';
import { linesOf } from '../diagnostics/lines.js';
import { hasIllegalCharacters } from '../text/xml-characters.js';
import type { BodySubject } from './rendered-body.js';

/** FW030 for a character reference, such as `&#1;`, to something that no feed can hold. */
export function reportIllegal(body: string, article: BodySubject): Diagnostic {
  const references = body.match(/&#x?[0-9a-f]{1,8};?/gi) ?? [];
  const written = references.find((each) => hasIllegalCharacters(decodeHTML(each))) ?? '';
  const message = 'The text has references to control characters, which were removed.';
  const place = placeIn(body, written, article);
  return diagnose('FW030', { file: article.source.path, message, ...place });
}

/** The most names of elements or tags that are told. */
const mostNames = 10;

/** FW043 for tags of templates, by their names, with the first of them as it is written. */
export function reportUnknown(
  unknown: ReadonlyMap<string, string>,
  body: string,
  article: BodySubject,
): Diagnostic {
  const [first = ''] = unknown.values();
  const names = [...unknown.keys()].slice(0, mostNames).map((name) => `"${name.slice(0, 40)}"`);
  const more = unknown.size > mostNames ? ` and ${unknown.size - mostNames} more` : '';
  const message = `Unknown template tags were removed: ${names.join(', ')}${more}.`;
  return diagnose('FW043', { file: article.source.path, message, ...placeIn(body, first, article) });
}

/** FW047 for elements that no feed can hold. */
export function reportLost(names: readonly string[], body: string, article: BodySubject): Diagnostic {
  const at = body.toLowerCase().indexOf(`<${names[0]}`);
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  const list = names.slice(0, mostNames).map((name) => `<${name.slice(0, 40)}>`);
  const message = `Elements that feeds cannot contain were removed from the text: ${list.join(', ')}${more}.`;
  const place = placeIn(body, at === -1 ? '' : body.slice(at, at + 40), article);
  return diagnose('FW047', { file: article.source.path, message, ...place });
}

/** FW045 and FW046 for an address in a body. */
export function reportRefused(
  [written, asset]: [string, RefusedAsset],
  body: string,
  article: BodySubject,
): Diagnostic {
  const { code, message } = asset;
  return diagnose(code, { file: article.source.path, message, ...placeIn(body, written, article) });
}

/** FW048 for a page of the built site. */
export function reportNoPage(article: BodySubject, isThere: boolean): Diagnostic {
  const message = isThere
    ? `The page at ${article.url} has no element that holds the text of the article.`
    : `The built site has no page for ${article.url}.`;
  return diagnose('FW048', { file: article.source.path, message });
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
