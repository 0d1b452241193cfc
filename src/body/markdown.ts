import GithubSlugger from 'github-slugger';
import { Marked } from 'marked';
import footnotes from 'marked-footnote';
import { mayBeTable } from '../text/budget.js';
import { textOf } from '../text/text-of.js';
import { withinDepth } from '../text/too-deep.js';

/** The heading above footnotes, by language; English elsewhere. */
const footnoteHeadings: Readonly<Record<string, string>> = { en: 'Footnotes', ru: 'Примечания' };

const parsers = new Map<string, Marked>();
const slugger = new GithubSlugger();

/**
 * Turns GitHub-flavoured Markdown, with footnotes and with ids on headings, into HTML that is not yet safe.
 *
 * @param markdown the body of an article
 * @param language BCP 47 tag, for the heading above the footnotes
 * @throws TooDeep
 */
export function markdownToHtml(markdown: string, language: string): string {
  slugger.reset();
  return withinDepth(() => parserFor(language.split('-')[0] ?? '').parse(markdown, { async: false }));
}

function parserFor(language: string): Marked {
  const known = parsers.get(language);
  if (known) return known;
  const parser = new Marked({ gfm: true });
  parser.use(footnotes({ description: footnoteHeadings[language] ?? footnoteHeadings.en ?? '' }));
  parser.use({
    tokenizer: { table: (source) => (mayBeTable(source) ? false : undefined) },
    renderer: {
      heading({ tokens, depth }) {
        const inner = this.parser.parseInline(tokens);
        return `<h${depth} id="${slugger.slug(textOf(inner))}">${inner}</h${depth}>\n`;
      },
    },
  });
  parsers.set(language, parser);
  return parser;
}
