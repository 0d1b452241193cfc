import type { Asset } from '../articles/assets.js';
import type { VerifyFeeds } from '../checks/verify-feeds.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Feed } from '../feeds/feed.js';
import { languagesOf } from '../feeds/plan-feeds.js';
import type { KnownItem } from '../identity/identity-file.js';
import type { Phases } from '../phases.js';
import type { Plugins } from '../plugins/run-plugins.js';
import type { Site } from '../site/site.js';
import type { Bodies } from './bodies.js';
import { type Document, textDocument } from './document.js';
import { headerRules } from './hosts/host.js';
import { hosts } from './hosts/hosts.js';
import { Portal } from './html/portal.js';
import type { Templates } from './html/templates.js';
import { renderOpml } from './opml.js';
import { renderRedirects } from './redirects.js';
import { FeedRenderer, type RenderedFeed } from './render-feeds.js';
import { renderPages } from './render-pages.js';
import { renderRobots } from './robots.js';
import { themeDocuments } from './theme.js';

/** The documents of a site, and what came up while they were rendered. */
export interface RenderedSite {
  documents: Document[];
  /** Files that the published articles refer to. */
  assets: Asset[];
  /** Feeds whose newest articles did not all fit into the head document. */
  overflowed: { path: string; articles: number }[];
  diagnostics: Diagnostic[];
}

/** What the settings of a site have loaded. */
export interface Extras {
  templates: Templates;
  /** Reads feeds back, where that is wanted. */
  verify?: VerifyFeeds | undefined;
}

/** Renders every document of a site: feeds, pages, and what leads to them. */
export function renderSite(
  feeds: readonly Feed[],
  bodies: Bodies,
  remembered: readonly KnownItem[],
  site: Site,
  { templates, verify, plugins, phases }: Extras & { plugins: Plugins; phases: Phases },
): RenderedSite {
  const { articles } = bodies;
  const renderer = new FeedRenderer(bodies, site, plugins, verify);
  const rendered = phases.run('Rendering feeds', feeds.length, (step) =>
    feeds.map((feed) => {
      step();
      return renderer.render(feed);
    }),
  );
  const portal = new Portal(site, feeds, articles, languagesOf(articles, site), templates);
  const pages = site.pages
    ? phases.run('Rendering pages', articles.length, (step) => [
        ...renderPages(rendered, bodies, portal, step),
        ...renderRobots(site),
      ])
    : [];
  const paths = new Set([...articles, ...feeds].map(({ path }) => path));
  const redirects = renderRedirects(remembered, paths, site);
  const opml = textDocument('feeds.opml', 'text/x-opml', renderOpml(feeds, site));
  const others = [...themeDocuments(site), ...hostDocuments(feeds, site), ...redirects, ...pages, opml];
  return {
    documents: [
      ...others.map((document) => plugins.document(document)),
      ...rendered.flatMap(({ documents }) => documents),
    ],
    assets: site.pages ? [...articles.flatMap(({ assets }) => assets), ...bodies.assets] : [],
    overflowed: overflowedOf(feeds, rendered),
    diagnostics: [...bodies.diagnostics, ...renderer.diagnostics],
  };
}

/** The file that the host of the site takes. */
function hostDocuments(feeds: readonly Feed[], site: Site): Document[] {
  const host = hosts.find(({ name }) => name === site.host);
  return host ? [host.document(headerRules(feeds, site))] : [];
}

function overflowedOf(feeds: readonly Feed[], rendered: readonly RenderedFeed[]): RenderedSite['overflowed'] {
  return feeds
    .map(({ path }, index) => ({ path, articles: rendered[index]?.overflowed ?? 0 }))
    .filter(({ articles }) => articles > 0);
}
