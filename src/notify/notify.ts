import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../diagnostics/usage-error.js';
import { feedFormats } from '../formats/formats.js';
import { inParallel } from '../platform/in-parallel.js';
import type { Patience } from '../platform/retry.js';
import { readManifest } from '../publish/manifest.js';
import { resolveSite, type Site, type SiteRequest } from '../site/site.js';
import { compareText } from '../text/compare-text.js';
import { readTold, stateFile, writeTold } from './notified-state.js';
import { notifyService, rssCloud, type Service, usualPatience, webSubHub } from './notify-service.js';

/** Which site to tell of, and how. */
export interface NotifyRequest extends SiteRequest {
  /** File that records the notifications that were sent, relative to `cwd`. Default: `.feedwright/notified.json` beside the settings. */
  state?: string | undefined;
  /** Only say what would be told. */
  dryRun?: boolean;
  patience?: Patience;
}

/** One feed document and one service. */
export interface Notice {
  service: Service['name'];
  /** Address of the service. */
  to: string;
  /** Address of the feed document. */
  feed: string;
  /** Why it could not be told; nothing where it was, or would be. */
  failure?: string;
}

/** How many feeds are told at a time. */
const atATime = 4;

/**
 * Tells the WebSub hub and the rssCloud server of a site which of its feeds changed since they were told the last time;
 * nothing where none did. What could not be told is told again the next time.
 *
 * @throws UsageError where the site has neither, or was not built
 */
export async function notify(request: NotifyRequest): Promise<Notice[]> {
  const { state, dryRun = false, patience = usualPatience, ...siteRequest } = request;
  const site = await resolveSite(siteRequest);
  const services = servicesOf(site);
  const file = state === undefined ? stateFile(site.root) : resolve(request.cwd, state);
  const told = readTold(file);
  const changed = documentsOf(site).flatMap((document) =>
    services
      .filter((service) => service.name === 'WebSub' || document.isRss)
      .map((service) => ({ ...document, service, key: `${service.url} ${document.url}` }))
      .filter(({ key, hash }) => told[key] !== hash),
  );
  const now: Record<string, string> = { ...told };
  const notices: Notice[] = [];
  await inParallel(changed, atATime, async ({ service, url, key, hash }) => {
    const failure = dryRun ? undefined : await notifyService(service, url, patience);
    if (failure === undefined) now[key] = hash;
    notices.push({ service: service.name, to: service.url, feed: url, ...(failure ? { failure } : {}) });
  });
  if (!dryRun && changed.length > 0) writeTold(file, now);
  return notices.sort((a, b) => compareText(a.feed, b.feed));
}

/**
 * The services that a site tells of changes.
 *
 * @throws UsageError where it has none
 */
export function servicesOf(site: Pick<Site, 'hub' | 'cloud'>): Service[] {
  const services = [
    ...(site.hub ? [webSubHub(site.hub)] : []),
    ...(site.cloud ? [rssCloud(site.cloud)] : []),
  ];
  if (services.length > 0) return services;
  const hint =
    'Name a WebSub hub in the settings, such as hub: https://pubsubhubbub.appspot.com/, and build.';
  throw new UsageError([
    {
      message: 'No WebSub hub or rssCloud server is configured: the settings have neither "hub" nor "cloud".',
      hint,
    },
  ]);
}

/** The documents that people subscribe to, with a hash of what they say. */
function documentsOf(site: Site): { url: string; hash: string; isRss: boolean }[] {
  const { feeds } = readManifest(site.out);
  if (feeds.length === 0) {
    const hint = 'Run feedwright build first, or name the folder with --out.';
    throw new UsageError([{ message: `There are no feeds in ${site.out}.`, hint }]);
  }
  return feeds.flatMap(({ path }) =>
    feedFormats.flatMap(({ name, fileName }) => {
      const file = join(site.out, path, fileName);
      if (!existsSync(file)) return [];
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
      return [{ url: site.url + path + fileName, hash, isRss: name === 'rss' }];
    }),
  );
}
