import type { ArticleView } from './article-page.js';
import type { Entry } from './entry-list.js';
import type { Html } from './html.js';
import type { Edition } from './portal.js';

/** What the header of a page is made from. */
export interface HeaderView {
  edition: Edition;
  /** The way to the front page of the site: `../../`. */
  toRoot: string;
  /** The header that feedwright would write. */
  standard: Html;
}

/** What a list of articles is made from. */
export interface ListView {
  entries: readonly Entry[];
  edition: Edition;
  toRoot: string;
  standard: Html;
}

/** Parts of pages that a site can write itself. Each is given what there is to show, and the standard to build on. */
export interface Templates {
  header?: ((view: HeaderView) => Html) | undefined;
  article?: ((view: ArticleView) => Html) | undefined;
  list?: ((view: ListView) => Html) | undefined;
}
