/**
 * Measures feedwright beside the other tools that are installed: `npm run bench [counts] [rounds]`, both with commas
 * between them; one number of rounds counts for all. Prints a table, and writes bench/results.md. With `--node=FILE`
 * feedwright is run by that Node, too; with `--profile` one run of feedwright for each work leaves a CPU profile in
 * bench/profile.
 */
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './corpus.js';
import { type Measured, measure, medianOf, versionOf } from './measure.js';
import { makeSites } from './sites.js';
import { feedwright, others, type Work } from './tools.js';

const numbers = process.argv.slice(2).filter((argument) => /^[\d,]+$/.test(argument));
const counts = (numbers[0] ?? '1000,10000,100000').split(',').map(Number);
/** Builds of minutes say the same each time. */
const roundsOf = (count: number) => {
  const told = numbers[1]?.split(',').map(Number) ?? [];
  return told[counts.indexOf(count)] ?? told[0] ?? (count > 100_000 ? 1 : count > 10_000 ? 3 : 5);
};
const nodes = [
  process.execPath,
  ...process.argv.flatMap((argument) => /^--node=(.+)/.exec(argument)?.[1] ?? []),
];
const nodeNames = nodes.map((node) => `Node ${versionOf(node, '--version') ?? '?'}`);
const isProfiled = process.argv.includes('--profile');
const profileFolder = fileURLToPath(new URL('profile', import.meta.url));

const rows: string[] = [];

/** What came of one work in one tool. */
interface Outcome {
  measured: Measured | undefined;
  /** Bytes of what was written. */
  bytes?: number;
}

/** One line of the table: feedwright on each Node, and each other tool that did the same. */
function tell(work: string, count: number, ours: readonly Outcome[], theirs: ReadonlyMap<string, Outcome>) {
  const [first] = ours;
  const compared = [...theirs].flatMap(([name, { measured, bytes }]) => {
    if (!measured || !first?.measured) return [];
    const time = first.measured.seconds / measured.seconds;
    const room = first.measured.memory / measured.memory;
    const ratio =
      measured.memory > 0 ? `${time.toFixed(2)} × and ${room.toFixed(2)} ×` : `${time.toFixed(2)} ×`;
    return [`${ratio} of ${name} (${figures({ measured, ...(bytes ? { bytes } : {}) })})`];
  });
  const own = ours.map((outcome) => figures(outcome)).join(' | ');
  rows.push(`| ${work} | ${count.toLocaleString('en')} | ${own} | ${compared.join('; ')} |`);
  console.log(rows.at(-1));
}

function figures({ measured, bytes }: Outcome): string {
  if (!measured) return '';
  const { seconds, memory } = measured;
  const parts = [
    `${seconds.toFixed(2)} s`,
    ...(memory > 0 ? [`${memory.toFixed(0)} MB`] : []),
    ...(bytes ? [`writes ${(bytes / 1_000_000).toFixed(1)} MB`] : []),
  ];
  return parts.join(', ');
}

function bytesIn(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = paths.map((path) => statSync(join(folder, path))).filter((stats) => stats.isFile());
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** Takes away what an earlier run published. */
function clear(...folders: string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** First builds, each tool in turn; what came of the others is given back. */
async function compareFirst(site: string, work: Work, count: number): Promise<Map<string, Outcome>> {
  const able = others.filter(({ works, most }) => works.includes(work) && count <= most);
  const own = join(site, `out-feedwright-${work}`);
  const ours = nodes.map(() => [] as Measured[]);
  const theirs = new Map(able.map(({ name }) => [name, [] as Measured[]]));
  const written = new Map<string, number>();
  for (let round = 0; round < roundsOf(count); round += 1) {
    for (const [index, node] of nodes.entries()) {
      clear(own);
      const { args } = feedwright.command(work, own);
      ours[index]?.push(await measure(node, [...args, '--no-cache'], site));
    }
    for (const tool of able) {
      const out = join(site, `out-${tool.name}-${work}`);
      clear(out);
      const { program, args } = tool.command(work, out);
      theirs.get(tool.name)?.push(await measure(program, args, site));
      requireSame(feedwright.newest(own), tool.newest(out), `${tool.name}, ${site}`);
      written.set(tool.name, bytesIn(out));
      clear(out);
    }
  }
  if (isProfiled) {
    const { program, args } = feedwright.command(work, own, '--cpu-prof', '--cpu-prof-dir', profileFolder);
    await measure(program, [...args, '--no-cache'], site);
  }
  const bytes = bytesIn(own);
  const found = new Map(
    [...theirs].map(([name, list]): [string, Outcome] => {
      const size = written.get(name);
      return [name, { measured: medianOf(list), ...(size ? { bytes: size } : {}) }];
    }),
  );
  const outcomes = ours.map((list): Outcome => ({ measured: medianOf(list), bytes }));
  tell(`${work}, first build`, count, outcomes, found);
  return found;
}

/** Both must have published the same articles: the newest fifty, or as many as `maxBytes` lets into a feed. */
function requireSame(ours: readonly string[], theirs: readonly string[], where: string): void {
  const count = Math.min(ours.length, theirs.length, 50);
  const names = (links: readonly string[]) =>
    links.slice(0, count).map((link) => /article-\d+/.exec(link)?.[0]);
  if (count < 40 || names(ours).join() !== names(theirs).join())
    throw new Error(`${where}: not the same articles as feedwright`);
}

/** Later builds, beside the first ones of the others, which build everything each time. */
async function compareLater(
  site: string,
  work: Work,
  count: number,
  theirs: ReadonlyMap<string, Outcome>,
): Promise<void> {
  const later: [same: Outcome, changed: Outcome, added: Outcome][] = [];
  for (const node of nodes) later.push(await laterBuilds(site, work, count, node));
  const names = ['nothing changed', 'newest article changed', 'one article added'];
  for (const [index, name] of names.entries())
    tell(
      `${work}, ${name}`,
      count,
      later.map((each) => each[index] ?? { measured: undefined }),
      theirs,
    );
}

async function laterBuilds(
  site: string,
  work: Work,
  count: number,
  node: string,
): Promise<[same: Outcome, changed: Outcome, added: Outcome]> {
  const own = join(site, `out-feedwright-${work}`);
  const { args } = feedwright.command(work, own);
  const newest = newestArticle(join(site, 'content'), count);
  const text = readFileSync(newest, 'utf8');
  const added: string[] = [];
  clear(own);
  await measure(node, args, site);
  const [same, changed, more]: [Measured[], Measured[], Measured[]] = [[], [], []];
  for (let round = 0; round < roundsOf(count); round += 1) {
    same.push(await measure(node, args, site));
    appendFileSync(newest, 'One more line.\n');
    changed.push(await measure(node, args, site));
    const file = newest.replace(/\.md$/, `-again-${round}.md`);
    added.push(file);
    writeFileSync(
      file,
      text.replace(/^date: .*$/m, `date: ${new Date(Date.UTC(2026, 5, 1 + round)).toISOString()}`),
    );
    more.push(await measure(node, args, site));
  }
  writeFileSync(newest, text);
  clear(own, join(site, '.feedwright'), ...added);
  return [{ measured: medianOf(same) }, { measured: medianOf(changed) }, { measured: medianOf(more) }];
}

/** The file of the newest article that is published: some are drafts. */
function newestArticle(content: string, count: number): string {
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' });
  const byNumber = new Map(
    files.map((path) => [Number(/article-(\d+)\.md$/.exec(path)?.[1]), join(content, path)]),
  );
  for (let number = count; number > 0; number -= 1) {
    const file = byNumber.get(number);
    if (file && !readFileSync(file, 'utf8').includes('\ndraft: true')) return file;
  }
  throw new Error(`There is no article in ${content}.`);
}

/** A site of ten articles, beside a program that does nothing: the time to start. */
async function compareStart(): Promise<void> {
  const site = makeSite(10);
  const own = join(site, 'out-feedwright-everything');
  const ours = nodes.map(() => [] as Measured[]);
  const nothing: Measured[] = [];
  for (let round = 0; round < 3 * roundsOf(10); round += 1) {
    for (const [index, node] of nodes.entries()) {
      clear(own);
      const { args } = feedwright.command('everything', own);
      ours[index]?.push(await measure(node, [...args, '--no-cache'], site));
    }
    nothing.push(await measure(process.execPath, ['-e', '0'], site));
  }
  const outcomes = ours.map((list): Outcome => ({ measured: medianOf(list), bytes: bytesIn(own) }));
  tell('everything, first build', 10, outcomes, new Map([['`node -e 0`', { measured: medianOf(nothing) }]]));
}

function makeSite(count: number): string {
  const site = join(tmpdir(), `feedwright-bench-${count}`);
  makeCorpus(site, count);
  makeSites(site);
  return site;
}

await compareStart();
for (const count of counts) {
  const site = makeSite(count);
  // A million articles are for feeds alone: pages of all of them take hours in any tool.
  const works: readonly Work[] = count > 100_000 ? ['feeds'] : ['feeds', 'everything'];
  for (const work of works) {
    const theirs = await compareFirst(site, work, count);
    await compareLater(site, work, count, theirs);
  }
}

/** Linux's number of a file system in memory (statfs(2)). */
const tmpfs = 0x01021994;
const place = statfsSync(tmpdir()).type === tmpfs ? 'on a file system in memory' : 'on a disk';
const roundsTold = counts
  .map((count) => `${roundsOf(count)} of ${count.toLocaleString('en')} articles`)
  .join(', ');
const versions = others.map(({ name, version }) => `${name} ${version}`).join(', ');
const text = `# Benchmarks

Generated by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, ${nodeNames.join(' and ')}, ${versions}, ${place}; the median of
rounds in turn: ${roundsTold}. Ratios are of time, then of peak memory, on ${nodeNames[0]}.

feedwright writes three formats, the others one. "feeds": everything, 6 sections, 40 tags, the newest 50 in full.
"everything": what feedwright does by default, with pages, lists, archives, feeds of authors, search and
sitemap; for the other tools, pages, lists and feeds, but Jekyll writes no feeds of sections and tags. First builds of
feedwright run with \`--no-cache\`; rebuilds are compared with first builds of the other tools.

What it means for you: in the table, "everything, first build" is a build in CI that keeps nothing between runs, "one
article added" is publishing an article where \`.feedwright\` is kept, and "nothing changed" is a scheduled build that finds
nothing to do.

| work | articles | ${nodeNames.map((name) => `on ${name}`).join(' | ')} | compared with |
|---|---|${nodes.map(() => '---|').join('')}---|
${rows.join('\n')}
`;
writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), text);
