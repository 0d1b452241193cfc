import type { Article } from '../articles/article.js';
import type { FieldName } from '../articles/field-names.js';
import type { WallTime } from '../articles/zoned-time.js';
import type { SettingsInput } from '../site/settings.js';
import type { Config } from './config.js';
import type { DialectName } from './names.js';

/** Where a file stands among the articles of its site. */
export interface Place {
  /** The path that its address is made from, below the folder of articles: `2021/innomed.md`. */
  path: string;
  /** The file is a draft by its place. */
  draft?: boolean;
  /** Sections that its folders name. */
  sections?: readonly string[];
  /** BCP 47 tag of the language that its folder or its name says. */
  language?: string;
}

/** An article that is about to get its address: with its date, also as the clocks of the site show it. */
export type Dated = Article & { date: Date; wall: Required<WallTime> };

/** Languages of templates that articles of other tools hold; see `articles/body/syntax`. */
export type Syntax = 'liquid' | 'nunjucks' | 'hugo' | 'zola' | 'mdx' | 'vue' | 'plain';

/** What a tool, as its site has set it up, means by the files that it is given. */
export interface Conventions {
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
  /** The articles are written for feedwright, so that an odd field is a mistake. */
  isOwn?: boolean;
  /** Further names of fields, tried after the usual ones; `extra.author` is a field in a group. */
  fields?: Partial<Record<FieldName, readonly string[]>>;
  /** Names of fields have no case. */
  fieldsWithoutCase?: boolean;
  /** In these fields a text holds several names with white space between them. */
  spacedLists?: readonly string[];
  /** The name of the file has its date as a part, and not before it. */
  keepsDateInName?: boolean;
  /** Fields that a file has unless it says otherwise: of its folder, or of the settings of the tool. */
  inherited?(path: string): Readonly<Record<string, unknown>>;
  /** Names that stand for authors, and the authors themselves. */
  authors?: Readonly<Record<string, unknown>>;
  /** Tags that name something else than what an article is about. */
  ignoredTags?: ReadonlySet<string>;
  /** Whether the fields say that the file is no article for readers. */
  hides?(fields: Readonly<Record<string, unknown>>): boolean;
  /** Pattern of the address of an article that has no permalink of its own. */
  pattern(article: Dated): string;
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

/** A tool whose sites feedwright reads as they are. A new one is a file and a line in the table. */
export interface Dialect {
  name: DialectName;
  /** As its makers write it. */
  label: string;
  /** Paths by which a folder is known as the top of such a site; all of one list must be there. */
  marks: readonly (readonly string[])[];
  /** Folders that hold its articles, below the top; one of them alone is recognised with the top above it. */
  folders: readonly string[];
  /**
   * Recognises a folder of articles that stands alone, without its site.
   *
   * @returns the path that the folder would have in a site, such as `content/`
   */
  alone?(folder: string): string | undefined;
  /** Names of new articles begin with their date. */
  datesNames?: boolean;
  /** Files of settings, each with the group that it fills: `params.toml` is `params`. The first of a group counts. */
  configs: readonly { file: string; group?: string }[];
  /** Tells a site from one of another tool that has the same files. */
  accepts?(config: Config): boolean;
  /** The settings that the tool's own mean here. */
  settings(config: Config): SettingsInput;
  /** @param root top of the site; nothing where the articles stand alone */
  conventions(config: Config, root: string | undefined): Conventions;
}
