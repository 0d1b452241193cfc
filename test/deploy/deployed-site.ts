import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PublishReport, type PublishRequest, publishSite } from '../../src/deploy/publish-site.js';
import { build } from '../../src/index.js';
import { type S3Server, s3Environment } from '../support/s3-server.js';
import { article, articlesFolder, now } from '../support/site-folder.js';

const settings = { url: 'https://example.org', title: 'Example' };

/** A site that is built and published again and again. */
export class DeployedSite {
  readonly cwd = articlesFolder({});

  constructor(private readonly more: Readonly<Record<string, unknown>> = {}) {}

  /** Folder that the site is built into. */
  get out(): string {
    return join(this.cwd, 'dist');
  }

  write(files: Readonly<Record<string, string | Uint8Array | undefined>>): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.cwd, 'articles', path);
      mkdirSync(dirname(file), { recursive: true });
      if (content === undefined) rmSync(file);
      else writeFileSync(file, content);
    }
  }

  async build(): Promise<void> {
    const report = await build({ cwd: this.cwd, ...settings, now, ...this.more });
    if (!report.ok) throw new Error(JSON.stringify(report.diagnostics));
  }

  /** What was built, by its path; without the manifest of the build. */
  files(): Map<string, Buffer> {
    const paths = readdirSync(this.out, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path !== '.feedwright.json' && statSync(join(this.out, path)).isFile());
    return new Map(paths.map((path) => [path, readFileSync(join(this.out, path))]));
  }

  publish(target: string, more: Partial<PublishRequest> = {}): Promise<PublishReport> {
    return publishSite({
      cwd: this.cwd,
      overrides: { ...settings, ...this.more },
      target,
      env: s3Environment,
      now,
      patience: { timeout: 5000, pauses: [5, 10] },
      timing: { heartbeat: 50, expiry: 2000 },
      ...more,
    });
  }
}

/** Articles of several sections and tags, the newest last. */
export function manyArticles(count: number, text = 'Text.\n'): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
      const fields = {
        title: `Article ${index}`,
        date: day,
        section: ['Health', 'Society'][index % 2],
        tags: [`tag ${index % 3}`],
      };
      return [`article-${index}.md`, article(fields, text)];
    }),
  );
}

/** Addresses of items that no object stands for, in all JSON feeds among these objects, their archives included. */
export function brokenItems(objects: ReadonlyMap<string, { bytes: Buffer }>, prefix: string): string[] {
  const feeds = [...objects].filter(([key]) => /(^|\/)feed\.json$/.test(key));
  return feeds.flatMap(([key, { bytes }]) => {
    const { items }: { items: { url: string }[] } = JSON.parse(bytes.toString('utf8'));
    return items
      .map(({ url }) => `${prefix}${decodeURIComponent(url.slice(`${settings.url}/`.length))}index.html`)
      .filter((page) => !objects.has(page))
      .map((page) => `${key} names ${page}`);
  });
}

/** A site that was built, and published to a target; the log of the store begins anew. */
export async function publishedSite(server: S3Server, target: string, count = 3): Promise<DeployedSite> {
  const site = new DeployedSite();
  site.write(manyArticles(count));
  await site.build();
  await site.publish(target, { endpoint: server.endpoint });
  server.reset();
  return site;
}

/** What somebody is told whose run fails; nothing where it succeeds. */
export async function problemOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return '';
}
