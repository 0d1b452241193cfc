import { decodeHTML, decodeHTMLAttribute } from 'entities';
import GithubSlugger from 'github-slugger';
import { Marked, Renderer, type RendererObject, type Tokens } from 'marked';
import footnotes from 'marked-footnote';
import type { MarkdownFlavour } from '../articles/conventions.js';
import { mayBeTable } from '../text/budget.js';
import { escapeHtmlAttribute, escapeHtmlText } from '../text/escape-html.js';
import { takeId } from '../text/heading-id.js';
import { textOf } from '../text/text-of.js';
import { withinDepth } from '../text/too-deep.js';
import { explain, takeAbbreviations } from './abbreviations.js';
import { definitionLists } from './definition-list.js';
import { plainRun } from './plain-run.js';
import type { BodyUrls } from './sanitize.js';
import { withSigns } from './signs.js';

/** The heading above footnotes, by language; English elsewhere. */
const footnoteHeadings: Readonly<Record<string, string>> = { en: 'Footnotes', ru: 'Примечания' };

/** HTML that was made of Markdown. */
export interface RenderedMarkdown {
  html: string;
  /** Nothing in it came from anywhere but the renderer; otherwise only the sanitiser can tell what is safe. */
  isSafe: boolean;
  /** Addresses as the renderer wrote them, absolute. */
  written: ReadonlySet<string>;
}

/**
 * Turns GitHub-flavoured Markdown, with footnotes and with ids on headings, into HTML. What the renderer writes is what
 * the sanitiser would leave of it, letter by letter; HTML of the author's own is not safe yet.
 *
 * @param markdown the body of an article
 * @param language BCP 47 tag, for the heading above the footnotes
 * @param urls gives addresses their absolute form, and pictures their sizes
 * @param flavour how the tool's Markdown differs from GitHub's
 * @throws TooDeep
 */
export function renderMarkdown(
  markdown: string,
  language: string,
  urls: BodyUrls,
  flavour: MarkdownFlavour = {},
): RenderedMarkdown {
  const hasFootnotes = markdown.includes('[^');
  const parser = parserFor(hasFootnotes ? (language.split('-')[0] ?? '') : undefined, flavour);
  const { text, words } = flavour.abbreviations ? takeAbbreviations(markdown) : { text: markdown, words: [] };
  renderer.begin(urls, !hasFootnotes, flavour);
  const parsed = withinDepth(() => parser.parse(text, { async: false, renderer }));
  const html = words.length > 0 ? explain(parsed, words) : parsed;
  return { html, isSafe: renderer.isSafe, written: renderer.written };
}

/** Writes every element as the sanitiser does, and notes where only the sanitiser can tell what is safe. */
class SafeRenderer extends Renderer {
  isSafe = true;
  written = new Set<string>();
  private readonly slugger = new GithubSlugger();
  private readonly ids = new Set<string>();
  private urls: BodyUrls = { resolve: (url) => url, measure: () => undefined };
  private flavour: MarkdownFlavour = {};

  /** Begins another text. */
  begin(urls: BodyUrls, isSafe: boolean, flavour: MarkdownFlavour): void {
    this.urls = urls;
    this.flavour = flavour;
    this.isSafe = isSafe;
    this.written = new Set();
    this.slugger.reset();
    this.ids.clear();
  }

  override heading({ tokens, depth }: Tokens.Heading): string {
    const { inner, written } = takeId(this.parser.parseInline(tokens));
    const id = this.unused(written ?? this.slugger.slug(textOf(inner)));
    // Ids of the page around the article begin so.
    const attribute = id === '' || /^fw-/i.test(id) ? '' : ` id="${escapeHtmlAttribute(id)}"`;
    return `<h${depth}${attribute}>${inner}</h${depth}>\n`;
  }

  /** An id that authors gave twice gets a number, as those that are made do. */
  private unused(id: string): string {
    let free = id;
    for (let number = 1; id !== '' && this.ids.has(free); number += 1) free = `${id}-${number}`;
    this.ids.add(free);
    return free;
  }

  override code({ text, lang = '' }: Tokens.Code): string {
    const name = escapeHtmlAttribute(attributeOf(languageOf(lang)));
    const code = text ? `${escapeHtmlText(text.replace(/\n$/, ''))}\n` : '';
    return `<pre><code${name && ` class="language-${name}"`}>${code}</code></pre>\n`;
  }

  override codespan({ text }: Tokens.Codespan): string {
    return `<code>${escapeHtmlText(text)}</code>`;
  }

  override hr(): string {
    return '<hr />\n';
  }

  override br(): string {
    return '<br />';
  }

  /** Not every reader shows fields of forms. */
  override checkbox({ checked }: Tokens.Checkbox): string {
    return `<span>${checked ? '☑' : '☐'}</span> `;
  }

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    this.isSafe = false;
    return text;
  }

  override link({ href, title, text, tokens, autolink }: LinkToken): string {
    const inner = autolink ? escapeHtmlText(text) : this.parser.parseInline(tokens);
    const url = this.address(addressOf(href, autolink), /^(?:https?:\/\/|mailto:)[!-~]+$/);
    return url === undefined ? inner : `<a href="${url}"${titleOf(title)}>${inner}</a>`;
  }

  override image({ href, title, text, tokens }: Tokens.Image): string {
    const alt = attributeOf(tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : text);
    const written = addressOf(href);
    const size = written === undefined ? undefined : this.urls.measure(written);
    const url = this.address(written, /^https?:\/\/[!-~]+$/);
    if (url === undefined) return escapeHtmlText(alt);
    const pixels = size ? `width="${size.width}" height="${size.height}" ` : '';
    return `<img ${pixels}src="${url}" alt="${escapeHtmlAttribute(alt)}"${titleOf(title)} />`;
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens);
    if ('escaped' in token && token.escaped) return token.text;
    const { text } = token;
    return escapeHtmlText(withSigns(text, this.flavour).replace(reference, (written) => decodeHTML(written)));
  }

  /** The absolute form of an address, as an attribute has it. */
  private address(written: string | undefined, allowed: RegExp): string | undefined {
    if (written === undefined) return undefined;
    const url = this.urls.resolve(written);
    if (!allowed.test(url) || /[<>"\\]/.test(url)) this.isSafe = false;
    this.written.add(url);
    return escapeHtmlAttribute(url);
  }
}

/** The token of a link also says whether it is an address that stands for itself. */
type LinkToken = Parameters<NonNullable<RendererObject['link']>>[0] & { autolink?: boolean };

/** The language of a fence: `js title="a"`, and Pandoc's `{.js .numbered}` and `{r}`. */
function languageOf(info: string): string {
  const [, listed] = /^\{\s*\.?([\w#+-]+)/.exec(info) ?? [];
  return listed ?? /^\S*/.exec(info)?.[0] ?? '';
}

/** A character reference (CommonMark, 6.2); `&copy` without its end is none. */
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|\w+);/gi;

/** What is written as the value of an attribute, with its character references resolved. */
function attributeOf(written: string): string {
  return written.replace(reference, (each) => decodeHTMLAttribute(each));
}

function titleOf(title: string | null | undefined): string {
  return title ? ` title="${escapeHtmlAttribute(attributeOf(title))}"` : '';
}

/** An address as CommonMark wants it (6.3); nothing where it is none. One that stands for itself has no references. */
function addressOf(href: string, isAutolink = false): string | undefined {
  try {
    const encoded = encodeURI(href).replace(/%25/g, '%');
    return isAutolink ? encoded : attributeOf(encoded);
  } catch {
    return undefined;
  }
}

const renderer = new SafeRenderer();
const parsers = new Map<string, Marked>();

/** A parser with footnotes in a language, or without, and with what a flavour has. */
function parserFor(language: string | undefined, flavour: MarkdownFlavour): Marked {
  const { bareLinks = true, breaks = false, definitionLists: hasDefinitions = false } = flavour;
  const key = `${language} ${bareLinks} ${breaks} ${hasDefinitions}`;
  const known = parsers.get(key);
  if (known) return known;
  const parser = new Marked({ gfm: true, breaks });
  if (language !== undefined) {
    parser.use(footnotes({ description: footnoteHeadings[language] ?? footnoteHeadings.en ?? '' }));
  }
  parser.use({
    tokenizer: {
      // What gives `false` is left to the tokenizer of the parser itself.
      table: (source) => (mayBeTable(source) ? false : undefined),
      // One tilde is a sign for "about", or makes letters small.
      del: (source) => (source.startsWith('~~') ? false : undefined),
      inlineText(source) {
        return breaks || this.lexer.state.inRawBlock ? false : (plainRun(source) ?? false);
      },
    },
  });
  if (!bareLinks) parser.use({ tokenizer: { url: () => undefined } });
  if (hasDefinitions) parser.use({ extensions: [definitionLists] });
  parsers.set(key, parser);
  return parser;
}
