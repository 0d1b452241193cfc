import type { WallTime } from '../language/zoned-time.js';
import type { FileTracker } from '../platform/fingerprints.js';
import type { Article } from './article.js';
import type { FieldConventions } from './front-matter/field-names.js';
import type { Place } from './source.js';

/** An article that is about to get its address. */
export interface Dated extends Article {
  date: Date;
  /** Its date, as the clocks of the site show it. */
  wall: Required<WallTime>;
  /** Its front matter. */
  fields: Readonly<Record<string, unknown>>;
}

/** Languages of templates that articles of other tools hold; see `articles/body/syntax`. */
export type Syntax = 'liquid' | 'nunjucks' | 'hugo' | 'zola' | 'mdx' | 'vue' | 'plain';

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
  /** What ends the summary, beside `<!--more-->` and `<!-- truncate -->`. */
  summaryEnd?: string;
}
