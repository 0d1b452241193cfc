/**
 * Builds the sites in proof/sites with the tools that they are made for, and with feedwright, and compares which
 * articles are published, under which address, date and title: `npm run proof`. With `sites DIR…` it compares sites of
 * other people, see scripts/sites/.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printSites } from '../scripts/sites/compare-sites.js';
import { build } from '../src/index.js';
import { isInstalled, type Listed, type Tool, tools } from './tools.js';

/** What a tool and feedwright do not agree on. */
export interface Comparison {
  articles: number;
  differences: string[];
  /** Differences that are meant, with their reasons. */
  meant: string[];
}

/** Compares one tool with feedwright over the site that is made for it. */
export async function compare(tool: Tool): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-proof-'));
  try {
    const site = join(folder, 'site');
    cpSync(fileURLToPath(new URL(`sites/${tool.site}`, import.meta.url)), site, { recursive: true });
    const report = await build({ cwd: site, write: false, ...(tool.url ? { url: tool.url } : {}) });
    const ours = report.articles.map(({ url, date, title }) => ({ url, date: date.toISOString(), title }));
    return differencesOf(tool, tool.list(site, join(folder, 'out')), ours);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differencesOf(tool: Tool, theirs: readonly Listed[], ours: readonly Listed[]): Comparison {
  const comparison: Comparison = { articles: theirs.length, differences: [], meant: [] };
  const rest = new Map(ours.map((article) => [article.url, article]));
  for (const article of theirs) {
    const same = rest.get(article.url);
    rest.delete(article.url);
    const difference = differenceOf(article, same, tool.name);
    const reason = same && tool.meant[article.title];
    if (difference && reason) comparison.meant.push(`${difference}: ${reason}`);
    else if (difference) comparison.differences.push(difference);
  }
  for (const url of rest.keys()) comparison.differences.push(`${url} is published by feedwright alone`);
  return comparison;
}

function differenceOf(theirs: Listed, ours: Listed | undefined, name: string): string | undefined {
  if (!ours) return `${theirs.url} is published by ${name} alone`;
  if (ours.date !== theirs.date) return `${theirs.url}: ${name} dates it ${theirs.date}, we ${ours.date}`;
  if (ours.title === theirs.title) return undefined;
  return `${theirs.url}: ${name} calls it "${theirs.title}", we "${ours.title}"`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'sites') await printSites(process.argv.slice(3));
  else await printTools();
}

async function printTools(): Promise<void> {
  for (const tool of tools) {
    if (!isInstalled(tool)) {
      console.log(`${tool.name}: not installed`);
      continue;
    }
    const { articles, differences, meant } = await compare(tool);
    console.log(`${tool.name}: ${articles} articles, ${differences.length} differences`);
    for (const line of differences) console.log(`  ${line}`);
    for (const line of meant) console.log(`  meant: ${line}`);
    if (differences.length > 0) process.exitCode = 1;
  }
}
