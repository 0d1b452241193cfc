import { fieldsOf, type PublishedArticle } from '../articles/article.js';
import { type DateReading, parseDate } from '../articles/dates/parse-date.js';
import { fromPath } from '../articles/from-path.js';
import type { Naming } from '../articles/front-matter/field-names.js';
import { placeOfField } from '../articles/front-matter/field-reader.js';
import { readSourceText } from '../articles/source-text.js';
import type { RenderedBody } from '../body/rendered-body.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Place } from '../diagnostics/lines.js';
import { linesOf } from '../diagnostics/lines.js';
import { dayIn } from '../language/zoned-time.js';
import { decodePath } from '../platform/decode-path.js';

/** The most characters of a title that lists in readers show. */
const longestTitle = 120;

/** What an article is checked with. */
export interface CheckContext {
  reading: DateReading;
  naming: Naming;
  /** Whether files next to articles are published with them. */
  copiesFiles: boolean;
}

/**
 * Looks for what a build can live with and readers can't: see the codes FW061 to FW067.
 *
 * @param article one that will be published
 * @param body its text, rendered
 */
export function checkArticle(
  article: PublishedArticle,
  body: RenderedBody,
  context: CheckContext,
): Diagnostic[] {
  const { text = '' } = readSourceText(article.source);
  const checker = new Checker(article, text);
  checker.checkDates(context);
  checker.checkLinks(body);
  checker.checkPictures(body);
  if (context.copiesFiles) checker.checkImage();
  const { title, summary, isNote } = article;
  if (!summary) checker.tell('FW065', 'The article has no summary.', { line: 1, column: 1 });
  if (!isNote && [...title].length > longestTitle) {
    checker.tell('FW066', `The title has ${[...title].length} characters.`, checker.field('title'));
  }
  return checker.found;
}

class Checker {
  readonly found: Diagnostic[] = [];
  private readonly fields: Readonly<Record<string, unknown>>;
  private lastPlace = 0;

  constructor(
    private readonly article: PublishedArticle,
    private readonly text: string,
  ) {
    this.fields = fieldsOf(article);
  }

  tell(code: DiagnosticCode, message: string, place: Place): void {
    const { path: file } = this.article.source;
    this.found.push(diagnose(code, { file, message, place, text: this.text }));
  }

  field(name: string): Place {
    return placeOfField(this.text, name);
  }

  checkDates({ reading, naming }: CheckContext): void {
    const { article } = this;
    const day = dayIn(article.date, reading.timezone);
    for (const name of naming.names.date) {
      const written = this.fields[name];
      const other = typeof written === 'string' ? parseDate(written, reading)?.date : undefined;
      // A date of the next publication, or of the last change, is another one on purpose.
      const isDate = name !== 'publishDate' && !naming.names.updated.includes(name);
      if (other && isDate && dayIn(other, reading.timezone) !== day) {
        this.tell('FW061', `"${name}" says ${written}, but the article is dated ${day}.`, this.field(name));
      }
    }
    const implied = fromPath(article.source.place, []).date;
    const named = implied && parseDate(implied, { ...reading, dateFormats: [] })?.date;
    if (named && Math.abs(named.getTime() - article.date.getTime()) > 2 * 86_400_000) {
      this.tell(
        'FW061',
        `The name of the file says ${implied}, but the article is dated ${day}.`,
        this.field('date'),
      );
    }
  }

  checkLinks({ dangling }: RenderedBody): void {
    this.lastPlace = 0;
    for (const url of new Set(dangling)) {
      const isPicture = /^[^?#]*\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(url);
      const code = isPicture ? 'FW063' : 'FW062';
      const what = isPicture ? 'picture' : 'file or article';
      this.tell(code, `There is no ${what} at "${url}".`, this.placeOf(url));
    }
  }

  checkPictures({ html }: RenderedBody): void {
    this.lastPlace = 0;
    for (const [tag] of html.matchAll(/<img\b[^<>]*>/g)) {
      const [, alt] = /\salt="([^"]*)"/.exec(tag) ?? [];
      // In HTML an empty text says that the picture is decoration; in Markdown it was forgotten.
      const isForgotten = alt === undefined || (alt === '' && this.article.source.format === 'markdown');
      if (!isForgotten) continue;
      const src = /\ssrc="([^"]*)"/.exec(tag)?.[1] ?? '';
      this.tell(
        'FW064',
        `The picture ${src} has no alternative text.`,
        this.placeOf(src.replace(/^.*\//, '')),
      );
    }
    const { image } = this.article;
    if (image && !image.alt && typeof this.fields.image === 'object') {
      this.tell('FW064', 'The picture of the article has no alternative text.', this.field('image'));
    }
  }

  /** The picture of the front matter, where it is to be a file next to the article. */
  checkImage(): void {
    const { image, assets } = this.article;
    const written = imageAddress(this.fields.image);
    if (!image || !written || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written)) return;
    const published = decodePath(new URL(image.url).pathname);
    if (assets.some(({ path }) => published.endsWith(`/${path}`))) return;
    this.tell('FW063', `There is no picture at "${written}".`, this.field('image'));
  }

  private placeOf(words: string): Place {
    if (words === '') return { line: this.article.body.line, column: 1 };
    // Problems of one kind come in the order of the text, nearly always.
    const next = this.text.indexOf(words, Math.max(this.lastPlace, this.article.body.offset));
    const at = next === -1 ? this.text.indexOf(words, this.article.body.offset) : next;
    if (at === -1) return { line: this.article.body.line, column: 1 };
    this.lastPlace = at;
    return linesOf(this.text).placeAt(at);
  }
}

/** The address of a picture as front matter has it: a text, or a group with one. */
function imageAddress(written: unknown): string | undefined {
  if (typeof written === 'string') return written;
  const url = typeof written === 'object' && written !== null && 'url' in written ? written.url : undefined;
  return typeof url === 'string' ? url : undefined;
}
