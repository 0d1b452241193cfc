/**
 * Compares what feedwright makes of real sites with what their own tools make of them: `npm run proof -- sites DIR…`.
 * One line a site: published posts, addresses, dates, titles, and the words, links and pictures of their bodies, in
 * percent. `--rendered` takes bodies from the pages that the tool built.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type BuildReport, build } from '../../src/index.js';
import { differences, type Kind, kinds } from './agreement.js';
import { type Asked, askedTools, type Told } from './ask.js';

/** How far both agree over one site, in percent of the tool's posts. */
export interface Agreement {
  tool: string;
  posts: number;
  bodies: number;
  percent: Record<Kind, number>;
  /** One line each. */
  differences: string[];
}

/**
 * Compares one site. The tool sees a copy of it, without its theme and its plugins, which are not there.
 *
 * @returns nothing where the tool cannot be asked
 */
export async function compareSite(site: string, isRendered = false): Promise<Agreement | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-sites-'));
  const copy = (name: string) => {
    cpSync(site, join(folder, name), { recursive: true });
    return join(folder, name);
  };
  try {
    const probe = await build({ cwd: site, write: false, cache: false, url: 'https://proof.example' });
    const tool = probe.site.recognised.dialect.name;
    const asked = Object.hasOwn(askedTools, tool) ? askedTools[tool] : undefined;
    if (!asked) return undefined;
    const url = ownUrl(probe);
    const told = asked.ask(copy('asked'));
    const rendered = isRendered ? builtBy(asked, copy('built'), join(folder, 'pages')) : {};
    const report = await build({
      cwd: site,
      out: join(folder, 'out'),
      cache: false,
      url,
      frozen: false,
      ...rendered,
    });
    return agreementOf(tool, told, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The address that the settings of the tool have: links in bodies begin with it. */
function ownUrl({ site }: BuildReport): string {
  return site.recognised.dialect.settings(site.recognised.config).url ?? site.url;
}

function builtBy(asked: Asked, site: string, out: string): { rendered: string } {
  asked.build(site, out);
  return { rendered: out };
}

function agreementOf(tool: string, told: readonly Told[], report: BuildReport): Agreement {
  const bodies = bodiesIn(report);
  const ours = new Map(
    report.articles.map((article) => [article.source.sitePath.replace(/^content\//, ''), article]),
  );
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const lines: string[] = [];
  let compared = 0;
  for (const post of told) {
    const article = ours.get(post.file.replace(/^content\//, ''));
    const html = article && bodies.get(article.id);
    if (article && html !== undefined && post.html !== undefined) compared += 1;
    const found = article ? differences(post, article, html) : { published: post.file };
    for (const kind of kinds) {
      if (!(kind in found)) counts[kind] += 1;
      else if (found[kind]) lines.push(`${kind}: ${post.file}: ${found[kind]}`);
    }
  }
  const withoutBody = told.length - compared;
  const isBody = (kind: Kind) => kind === 'words' || kind === 'links' || kind === 'pictures';
  const share = (kind: Kind) =>
    isBody(kind)
      ? (counts[kind] - withoutBody) / Math.max(1, compared)
      : counts[kind] / Math.max(1, told.length);
  const percent = Object.fromEntries(kinds.map((kind) => [kind, 100 * share(kind)])) as Record<Kind, number>;
  return { tool, posts: told.length, bodies: compared, percent, differences: lines };
}

/** Bodies by the ids of their items, from heads and archives. */
function bodiesIn({ site, files }: BuildReport): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const { path } of files.filter(({ path: name }) => name.endsWith('.json'))) {
    const { items } = JSON.parse(readFileSync(join(site.out, path), 'utf8'));
    if (!Array.isArray(items)) continue;
    for (const { id, content_html: html } of items) if (html !== undefined) bodies.set(id, html);
  }
  return bodies;
}

/** Prints a line for each site. */
export async function printSites(args: readonly string[]): Promise<void> {
  const isRendered = args.includes('--rendered');
  const most = args.includes('--all') ? Number.POSITIVE_INFINITY : 0;
  for (const folder of args.filter((arg) => !arg.startsWith('--')).map((arg) => resolve(arg))) {
    const agreement = readdirSync(folder).length > 0 ? await compareSite(folder, isRendered) : undefined;
    if (!agreement) {
      console.log(`${basename(folder)}: its tool cannot be asked here`);
      continue;
    }
    const { tool, posts, bodies, percent } = agreement;
    const shares = kinds.map((kind) => `${kind} ${percent[kind].toFixed(1)}`).join(', ');
    console.log(`${basename(folder)} (${tool}): of ${posts} posts and ${bodies} bodies, in %: ${shares}`);
    for (const line of agreement.differences.slice(0, most)) console.log(`  ${line}`);
  }
}
