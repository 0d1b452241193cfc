import { remoteManifestName } from '../../src/deploy/remote-manifest.js';
import type { S3Server } from '../support/s3-server.js';
import { article } from '../support/site-folder.js';
import { brokenItems, DeployedSite, manyArticles } from './deployed-site.js';

/** What came of publishers that were cut off. */
export interface CutOff {
  cuts: number;
  failures: string[];
}

/**
 * Publishes a site that changes to and fro, and cuts the publisher off from the store at its first request, then at its
 * second, and so on until one gets through: before the request arrives, or before its answer does. Each time every item
 * of every feed in the store must have its page, and the next run must leave what a first one would.
 *
 * @param count articles of the site
 * @param isEmpty whether the store is empty before each run
 */
export async function cutPublishing(server: S3Server, count: number, isEmpty = false): Promise<CutOff> {
  const folder = `cut-${count}-${isEmpty}`;
  const target = `s3://news/${folder}`;
  const { endpoint } = server;
  const site = new DeployedSite({ limit: 5 });
  const failures: string[] = [];
  site.write(manyArticles(count));
  await site.build();
  if (!isEmpty) await site.publish(target, { endpoint });
  for (let cut = 1; ; cut += 1) {
    const isThere = cut % 2 === 0;
    site.write({
      'article-1.md': isThere ? manyArticles(2)['article-1.md'] : undefined,
      'new.md': isThere
        ? undefined
        : article({ title: 'New', date: '2026-10-01', language: 'ru', section: 'News' }),
    });
    await site.build();
    if (isEmpty) await clear(server, folder);
    // From this request on nothing that is sent arrives.
    const how = cut % 4 < 2 ? 'cut before' : 'cut after';
    server.reset();
    server.injectFault = (number) => (number === cut ? how : number > cut ? 'cut before' : undefined);
    const patience = { timeout: 5000, pauses: [] };
    const hasEnded = await site.publish(target, { endpoint, patience, parallel: 4 }).then(
      () => true,
      () => false,
    );
    // What it sent before may come after it has given up, and is to be cut off, too.
    await server.settled();
    server.reset();
    const left = await server.objects(`${folder}/`);
    failures.push(...brokenItems(left, `${folder}/`).map((broken) => `after request ${cut}: ${broken}`));
    // It ran in this process, which lives: what tells a dead one from a living one is tested by itself.
    for (const key of left.keys()) if (key.includes('-lock/')) await server.remove(key);
    await site.publish(target, { endpoint });
    failures.push(
      ...(await differences(server, folder, site)).map((path) => `after request ${cut}: ${path}`),
    );
    if (hasEnded) return { cuts: cut - 1, failures };
  }
}

/** How a store differs from what was built. */
async function differences(server: S3Server, folder: string, site: DeployedSite): Promise<string[]> {
  const objects = await server.objects(`${folder}/`);
  objects.delete(`${folder}/${remoteManifestName}`);
  const files = site.files();
  const paths = new Set([...files.keys(), ...[...objects.keys()].map((key) => key.slice(folder.length + 1))]);
  return [...paths].filter((path) => {
    const [built, stored] = [files.get(path), objects.get(`${folder}/${path}`)];
    return !built || !stored?.bytes.equals(built);
  });
}

async function clear(server: S3Server, folder: string): Promise<void> {
  for (const key of (await server.objects(`${folder}/`)).keys()) await server.remove(key);
}
