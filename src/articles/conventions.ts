import type { WallTime } from '../language/zoned-time.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { Article } from './article.js';
import type { FieldConventions } from './front-matter/field-names.js';
import type { Place, Source } from './source.js';

/** An article that is about to get its address. */
export interface Dated extends Article {
  date: Date;
  /** Its date, as the clocks of the site show it. */
  wall: Required<WallTime>;
  /** Its front matter. */
  fields: Readonly<Record<string, unknown>>;
}

/** Languages of templates that articles of other tools hold; see `body/syntax`. */
export type Syntax =
  | 'kramdown'
  | 'liquid'
  | 'nunjucks'
  | 'hexo'
  | 'hugo'
  | 'zola'
  | 'mdx'
  | 'vue'
  | 'mdc'
  | 'quarto'
  | 'python-markdown'
  | 'go'
  | 'plain';

/** The files and the settings of a site that templates in bodies may read. */
export interface TemplateFiles {
  /** Top of the site, absolute. */
  root: string;
  /** Folders of includes and of data, below it. */
  includes: string;
  data: string;
  /** What the settings of the site say, by name. */
  values: Readonly<Record<string, unknown>>;
  /** The fields of an article, and the data, stand at the top, and not in `page` and `site.data`. */
  hasDataOnTop?: boolean;
  /** What is not there is empty; otherwise a program may have made it. */
  isComplete?: boolean;
}

/** How the Markdown of a tool differs from GitHub's. */
export interface MarkdownFlavour {
  /** Addresses in a text are links without any mark. Default: true. */
  bareLinks?: boolean;
  /** Dots, hyphens and angles in a text become ellipses, dashes and quotation marks. */
  typographic?: boolean;
  /** A line with `: text` below it is a term with its definition. */
  definitionLists?: boolean;
  /** `*[HTML]: Hypertext Markup Language` explains a word wherever it stands. */
  abbreviations?: boolean;
  /** Codes such as `:tada:` stand for emoji. */
  emojiCodes?: boolean;
  /** The end of a line is one in the text. */
  breaks?: boolean;
}

/** What a tool, as its site has set it up, means by the files that it is given. */
export interface Conventions extends FieldConventions {
  /**
   * Where a file stands, or nothing where it is no article.
   *
   * @param path below the top of the site, with `/` between its parts
   * @param all every path of the site that may be an article
   */
  place(path: string, all: Pick<ReadonlySet<string>, 'has'>): Place | undefined;
  /** The only folders that articles lie in, below the top. Default: all. */
  roots?: readonly string[];
  /** Folders that hold articles although their names begin with `_`. */
  enters?: readonly string[];
  /** Further formats by the endings of names, such as Quarto's `qmd`. */
  formats?: Readonly<Record<string, Source['format']>>;
  /** The name of the file has its date as a part, and not before it. */
  keepsDateInName?: boolean;
  /** Fields that a file has unless it says otherwise: of its folder, or of the settings of the tool. */
  inherited?(path: string, files: FileTracker): Readonly<Record<string, unknown>>;
  /** Names that stand for authors, and the authors themselves. */
  authors?: Readonly<Record<string, unknown>>;
  /** Tags that name something else than what an article is about. */
  ignoredTags?: ReadonlySet<string>;
  /** Whether the fields say that the file is no article for readers. */
  hides?(fields: Readonly<Record<string, unknown>>): boolean;
  /** Whether the fields say that the article is not finished, beside `draft`. */
  isDraft?(fields: Readonly<Record<string, unknown>>): boolean;
  /** Files may begin with lines of `Key: value`, without a fence. */
  hasHeaders?: boolean;
  /** The first heading of a text is its title once more, where it says the same. */
  repeatsTitle?: boolean;
  /** Further forms of dates, in the letters of date-fns. */
  dateFormats?: readonly string[];
  /** Pattern of the address of an article that has no permalink of its own. Default: `/:slug/`. */
  pattern?(article: Dated): string;
  /** A permalink as the author wrote it, as a pattern. */
  permalink?(written: string, article: Dated): string;
  /** What a name such as `:title` stands for here; nothing leaves it to the names that every pattern knows. */
  value?(name: string, article: Dated): string | undefined;
  /** Addresses end with `/` even where a permalink does not say so. */
  endsWithSlash?: boolean;
  /** Templates that a body may hold. */
  syntax: Syntax;
  /** What these templates may read. */
  templates?: TemplateFiles;
  /** What its Markdown has beyond GitHub's, or has not. */
  markdown?: MarkdownFlavour;
  /** What ends the summary, beside `<!--more-->` and `<!-- truncate -->`. */
  summaryEnd?: string;
}
