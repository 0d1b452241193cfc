import type { PublishedArticle } from '../articles/article.js';
import type { LeftOut } from '../articles/select-published.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Feed } from '../feeds/feed.js';
import type { PublishedFile } from '../publish/destination.js';
import type { SettingsInput } from '../site/settings.js';
import type { Site } from '../site/site.js';

/** What to build. */
export interface BuildRequest extends SettingsInput {
  /** Folder that relative paths start from. Default: the current one. */
  cwd?: string | undefined;
  /** Settings file; without it they are looked for. */
  config?: string | undefined;
  /**
   * For sites that somebody else may have changed: settings, templates and plugins that are programs are refused, paths
   * of settings stay in the folder of the site, `assets` and `html` of the settings count for nothing, and neither the
   * cache nor feedwright.lock is written.
   */
  untrusted?: boolean | undefined;
  /** Time to use instead of the current time. Default: the clock. */
  now?: Date | undefined;
  /** Build for a look: pages load themselves again, and the file that remembers ids stays as it is. */
  preview?: boolean | undefined;
  /** Whether to use what earlier builds left, and to leave something for later ones; the result is the same. Default: true. */
  cache?: boolean | undefined;
  /** Whether to publish; `false` renders and checks everything, and leaves the disk alone. Default: true. */
  write?: boolean | undefined;
}

/** How many articles of a feed the limit would have let into its head, but their size did not. */
export interface Overflow {
  /** Folder of the feed. */
  path: string;
  articles: number;
  /** Whether they are in its archive instead. */
  isArchived: boolean;
}

/** What a build did. */
export interface BuildReport {
  /** Whether the site was published, or could have been: there was no error. */
  ok: boolean;
  site: Site;
  /** Every published file; none where there was an error. */
  files: PublishedFile[];
  /** The published articles, newest first. */
  articles: PublishedArticle[];
  /** What people can subscribe to. */
  feeds: Feed[];
  /** Feeds of which fewer articles than `limit` fit into `maxBytes`. */
  overflowed: Overflow[];
  /** Files that are not published, and why. */
  leftOut: LeftOut[];
  /** Everything that is wrong, errors first. */
  diagnostics: Diagnostic[];
}

/** What to check. */
export interface CheckRequest extends BuildRequest {
  /** File or address of a feed that is live: the ids and dates of articles are compared with it. */
  against?: string | undefined;
}

/** What a check found. */
export interface CheckReport extends BuildReport {
  /** How the output folder differs from what a build would write. */
  differences: { path: string; change: 'new' | 'changed' | 'removed' }[];
}
