import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildReport, build } from '../../src/index.js';
import { problemsOfAtom, problemsOfJsonFeed, problemsOfRss } from '../support/profile.js';
import { published } from '../support/published.js';
import { randomFrom } from '../support/random.js';
import { articlesFolder, everyFeed, now } from '../support/site-folder.js';

type Random = () => number;
type Mutation = (text: Buffer, random: Random) => Buffer;

const at = (text: Buffer, random: Random) => Math.floor(random() * (text.length + 1));
const insert = (text: Buffer, place: number, more: string | Uint8Array) =>
  Buffer.concat([text.subarray(0, place), Buffer.from(more as string), text.subarray(place)]);

/** What goes wrong with files, and what people do on purpose. */
const mutations: Readonly<Record<string, Mutation>> = {
  'bytes flipped'(text, random) {
    const copy = Buffer.from(text);
    for (let count = 0; count < 8 && copy.length > 0; count += 1) {
      const place = Math.floor(random() * copy.length);
      copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return copy;
  },
  truncated: (text, random) => text.subarray(0, at(text, random)),
  'invalid UTF-8': (text, random) =>
    insert(text, at(text, random), Uint8Array.of(0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80)),
  NUL: (text, random) => insert(text, at(text, random), '\u0000\u0001\u000b'),
  'a giant line': (text, random) => insert(text, at(text, random), 'x'.repeat(200_000)),
  'deep nesting': (text, random) => insert(text, at(text, random), '> '.repeat(2000)),
  'deep lists': (text, random) =>
    insert(
      text,
      at(text, random),
      `\n${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')}\n`,
    ),
  'deep HTML': (text, random) => insert(text, at(text, random), '<div>'.repeat(3000)),
  'open brackets': (text, random) => insert(text, at(text, random), '['.repeat(3000)),
  'emphasis without end': (text, random) => insert(text, at(text, random), '*_'.repeat(3000)),
  'thousands of tags': (text) =>
    insert(text, 4, `tags: [${Array.from({ length: 3000 }, (_, tag) => `t${tag}`).join(', ')}]\n`),
  'broken YAML': (text) => insert(text, 4, 'a: [b: {c\n'),
  'an alias bomb': (text) =>
    insert(
      text,
      4,
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`)
        .join('\n')}\n`,
    ),
  'the prototype': (text) =>
    insert(text, 4, '__proto__: { date: 1 }\nconstructor: { prototype: { draft: true } }\ntoString: x\n'),
  'TOML instead': (text) => Buffer.from(`+++\n${text.toString('latin1').slice(4)}`),
  'other types': (text, random) =>
    insert(
      text,
      4,
      `${['title', 'date', 'tags', 'authors', 'image', 'slug', 'permalink', 'enclosure'][Math.floor(random() * 8)]}: { a: [1, null, { b: .nan }] }\n`,
    ),
  templates: (text, random) => insert(text, at(text, random), '{{< a "{% b {{ c <D e={f :::x\n```'),
  'two mutations at once': (text, random) => pick(random)(pick(random)(text, random), random),
};

function pick(random: Random): Mutation {
  const all = Object.values(mutations);
  return all[Math.floor(random() * (all.length - 1))] ?? ((text) => text);
}

/** What came of mutated articles. */
export interface Mutated {
  articles: number;
  published: number;
  told: number;
  /** Articles that made a build crash, take too long, or vanish without a word, and documents that are not valid. */
  failures: string[];
}

/**
 * Builds sites of mutated articles: each is published, or left out with its reason, and every document stays valid.
 *
 * @param originals files to mutate
 * @param count how many mutants
 * @param perBuild how many of them are in one site
 */
export async function mutateArticles(
  originals: readonly Buffer[],
  count: number,
  perBuild = 50,
  seed = 1,
): Promise<Mutated> {
  const random = randomFrom(seed);
  const result: Mutated = { articles: 0, published: 0, told: 0, failures: [] };
  const names = Object.keys(mutations);
  while (result.articles < count) {
    const files: Record<string, Buffer> = {};
    for (let index = 0; index < perBuild && result.articles < count; index += 1) {
      const original = originals[Math.floor(random() * originals.length)] ?? Buffer.from('');
      const name = names[result.articles % names.length] ?? '';
      files[`m${result.articles} ${name}.md`] = mutations[name]?.(original, random) ?? original;
      result.articles += 1;
    }
    await buildMutants(files, result);
  }
  return result;
}

async function buildMutants(files: Record<string, Buffer>, result: Mutated): Promise<void> {
  const cwd = articlesFolder({});
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(cwd, 'articles', path), bytes);
  const started = performance.now();
  let report: BuildReport;
  try {
    report = await build({
      cwd,
      url: 'https://example.org',
      now,
      skipInvalid: true,
      permalink: '/:path/:slug/',
      feeds: everyFeed,
    });
  } catch (error) {
    result.failures.push(
      `${Object.keys(files)[0]} and on: ${(error instanceof Error ? (error.stack ?? '') : String(error)).slice(0, 600)}`,
    );
    return;
  }
  const seconds = (performance.now() - started) / 1000;
  if (seconds > Object.keys(files).length)
    result.failures.push(`${Object.keys(files)[0]} and on took ${seconds} s`);
  const out = new Set([
    ...report.articles.map(({ source }) => source.path),
    ...report.leftOut.map(({ file }) => file),
  ]);
  for (const path of Object.keys(files)) if (!out.has(path)) result.failures.push(`${path} vanished`);
  result.published += report.articles.length;
  result.told += report.leftOut.length - 1;
  if (!report.ok) result.failures.push(`not published: ${JSON.stringify(report.diagnostics.slice(0, 3))}`);
  else {
    const checks = [
      problemsOfRss(published(report, 'rss.xml')),
      problemsOfAtom(published(report, 'atom.xml')),
      problemsOfJsonFeed(published(report, 'feed.json')),
    ];
    // A mutant's title may look like markup; it is escaped all the same.
    result.failures.push(...checks.flat().filter((problem) => problem !== 'markup in a title'));
  }
}
