/**
 * Attacks that lie in `corpus/`, one file each, and what must be so whatever they do.
 *
 * A file is YAML: `files` of a site (a list is joined, and `{ repeat, times }` in it is a text many times), `links` to
 * places outside of it, further `settings`, the codes that are `told`, `refused` where the
 * settings are not taken, and `stops` where nothing can be published.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { z } from 'zod';
import { type BuildReport, build } from '../../src/index.js';
import { article, everyFeed, folderWith, now } from '../support/site-folder.js';
import { parseXml } from '../support/xml.js';
import { whatRuns } from './what-runs.js';

const text = z.union([
  z.string(),
  z.array(z.union([z.string(), z.strictObject({ repeat: z.string(), times: z.int() })])),
]);
const schema = z.strictObject({
  files: z.record(z.string(), text),
  links: z.record(z.string(), z.string()).default({}),
  settings: z.record(z.string(), z.unknown()).default({}),
  told: z.array(z.string()).default([]),
  refused: z.string().optional(),
  stops: z.string().optional(),
});

export interface Attack extends z.output<typeof schema> {
  name: string;
}

const folder = fileURLToPath(new URL('corpus/', import.meta.url));

/** All attacks, by the names of their files. */
export function attacks(): Attack[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => ({
    name: name.replace(/\.yaml$/, ''),
    ...schema.parse(parse(readFileSync(join(folder, name), 'utf8'))),
  }));
}

/** What lies beside the site, and must neither be published nor changed. */
const secret = 'The-secret-of-Es8JvQ0';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const outside = {
  'outside/secret.txt': secret,
  'outside/secret.png': Buffer.concat([png, Buffer.from(secret)]),
  'outside/secret.md': article({ title: secret, date: '2021-09-02' }, secret),
  'outside/secret.yml': `title: ${secret}\n`,
  'outside/lib/cli.js': secret,
};

/** Where an attack was made, and what came of it. */
export interface Outcome {
  /** Folder that holds the site and what lies outside of it. */
  top: string;
  report: BuildReport;
}

/**
 * Builds a site that is attacked, beside an article that does no harm.
 *
 * @throws UsageError where the settings are refused
 */
export async function attempt(attack: Omit<Attack, 'name' | 'told'>): Promise<Outcome> {
  const top = folderWith({
    ...outside,
    'site/articles/harmless.md': article({ title: 'Harmless', date: '2020-01-01' }, 'It does no harm.\n'),
  });
  const site = join(top, 'site');
  for (const [path, content] of Object.entries(attack.files)) {
    // A name may hold what another system takes for the end of a folder.
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), textOf(content));
  }
  for (const [path, target] of Object.entries(attack.links)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    symlinkSync(target, join(site, path));
  }
  const usual = {
    url: 'https://example.org/',
    title: 'Example',
    news: { name: 'Example' },
    hosting: 'netlify',
    feeds: everyFeed,
  };
  const settings = { ...usual, hub: 'https://hub.example/', ...attack.settings };
  writeFileSync(join(site, 'feedwright.config.json'), JSON.stringify(settings));
  const report = await build({ cwd: site, now, skipInvalid: true, verify: true });
  return { top, report };
}

function textOf(content: z.output<typeof text>): string {
  if (typeof content === 'string') return content;
  return content.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('');
}

/** Everything that must be so after an attack. */
export function requireUnharmed({ top, report }: Outcome): void {
  const { out } = report.site;
  assert.ok(report.ok, 'an attack stops no build');
  assert.ok(
    report.articles.some(({ title }) => title === 'Harmless'),
    'the other article is published',
  );
  for (const [path, content] of Object.entries(outside)) {
    assert.ok(readFileSync(join(top, path)).equals(Buffer.from(content)), `${path} is as it was`);
  }
  const known = filesIn(join(top, 'outside')).map((path) => `outside/${path}`);
  assert.equal(known, Object.keys(outside).sort(), 'nothing was put beside the site');
  const allowed = ['_headers', '_redirects', '.feedwright.json'];
  for (const path of filesIn(out)) {
    const isSafe = path.split('/').every((part) => /^[^._\\:*?"<>|\p{Cc}][^\\:*?"<>|\p{Cc}]*$/u.test(part));
    assert.ok(isSafe || allowed.includes(path), `${JSON.stringify(path)} is a safe path`);
    const file = join(out, path);
    assert.is(statSync(file).mode & 0o111, 0, `${path} is no program`);
    requireLegal(path, readFileSync(file));
  }
  for (const { message, hint, file } of report.diagnostics) {
    assert.type(message + hint + file, 'string');
  }
}

function requireLegal(path: string, bytes: Buffer): void {
  assert.not.ok(bytes.includes(secret), `${path} tells no secret`);
  const content = bytes.toString('utf8');
  if (/\.(xml|opml)$/.test(path)) parseXml(content);
  if (path.endsWith('.json')) JSON.parse(content);
  if (path.endsWith('.html')) assert.equal(whatRuns(content, 'page'), [], path);
  if (path.endsWith('feed.json')) {
    const { items } = z
      .object({ items: z.array(z.object({ content_html: z.string().optional() })) })
      .parse(JSON.parse(content));
    for (const item of items) assert.equal(whatRuns(item.content_html ?? '', 'content'), [], path);
  }
}

/** The files below a folder, by their paths. */
export function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    .sort();
}
