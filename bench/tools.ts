import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { versionOf } from './measure.js';

/** What is built: feeds alone, or pages and lists too. */
export type Work = 'feeds' | 'everything';

/** A program that is measured. */
export interface Tool {
  name: string;
  version: string | undefined;
  /** The works that it can do. */
  works: readonly Work[];
  /** More articles take it minutes. */
  most: number;
  command(work: Work, out: string): { program: string; args: string[] };
  /** Links of the newest articles, from the feed of everything. */
  newest(out: string): string[];
}

const packageFolder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const cli = packageFolder('lib/cli.js');
const eleventy = packageFolder('proof/node_modules/@11ty/eleventy/cmd.cjs');

function linksIn(file: string, pattern: RegExp): string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, link]) => link ?? '');
}

const rssLink = /<item>[\s\S]*?<link>([^<]*)<\/link>/g;

/** feedwright itself. Further options of Node, such as that for a profile, stand before the program. */
export const feedwright = {
  name: 'feedwright',
  command: (work: Work, out: string, ...options: string[]) => ({
    program: process.execPath,
    args: [...options, cli, '--quiet', '--config', `feedwright-${work}.yaml`, '--out', out],
  }),
  newest: (out: string) => linksIn(join(out, 'rss.xml'), rssLink),
};

/** Eleventy is where `npm ci --prefix proof` puts it. */
const known: readonly Tool[] = [
  {
    name: 'Hugo',
    version: versionOf('hugo', 'version'),
    works: ['feeds', 'everything'],
    // A million articles would take some 25 GB.
    most: 100_000,
    command: (work, out) => ({
      program: 'hugo',
      args: ['--quiet', '--config', `hugo-${work}.toml`, '--destination', out],
    }),
    newest: (out) => linksIn(join(out, 'index.xml'), rssLink),
  },
  {
    name: 'Eleventy',
    version: existsSync(eleventy) ? versionOf(process.execPath, eleventy, '--version') : undefined,
    works: ['everything'],
    most: 10_000,
    command: (_, out) => ({
      program: process.execPath,
      args: [eleventy, '--quiet', '--config=eleventy.config.js', `--output=${out}`],
    }),
    newest: (out) => linksIn(join(out, 'rss.xml'), rssLink),
  },
  {
    name: 'Jekyll',
    version: versionOf('jekyll', '--version'),
    works: ['everything'],
    most: 1000,
    command: (_, out) => ({
      program: 'jekyll',
      args: ['build', '--quiet', '--config', 'jekyll.yml', '--destination', out],
    }),
    newest: (out) => linksIn(join(out, 'rss.xml'), rssLink),
  },
];

/** The others, as far as they are installed. */
export const others: readonly Tool[] = known.filter(({ version }) => version !== undefined);
