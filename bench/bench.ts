/**
 * Measures feedwright beside the other tools that are installed: `npm run bench [counts] [rounds]`. Prints a table, and
 * writes bench/results.md. With `--profile` one run of feedwright for each work leaves a CPU profile in bench/profile.
 */
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './corpus.js';
import { type Measured, measure, medianOf } from './measure.js';
import { makeSites } from './sites.js';
import { feedwright, others, type Work } from './tools.js';

const numbers = process.argv.slice(2).filter((argument) => /^[\d,]+$/.test(argument));
const counts = (numbers[0] ?? '1000,10000,100000').split(',').map(Number);
const rounds = Number(numbers[1] ?? 3);
const isProfiled = process.argv.includes('--profile');
const profileFolder = fileURLToPath(new URL('profile', import.meta.url));

const rows: string[] = [];

/** One line of the table: feedwright, and each other tool that did the same. */
function tell(
  work: string,
  count: number,
  ours: Measured | undefined,
  theirs: ReadonlyMap<string, Measured>,
) {
  const compared = [...theirs].map(([name, { seconds, memory }]) => {
    const [time, room] = [(ours?.seconds ?? 0) / seconds, (ours?.memory ?? 0) / memory];
    const ratio = memory > 0 ? `${time.toFixed(2)} × and ${room.toFixed(2)} ×` : `${time.toFixed(2)} ×`;
    return `${ratio} of ${name} (${figures({ seconds, memory })})`;
  });
  rows.push(
    `| ${work} | ${count.toLocaleString('en')} | ${ours ? figures(ours) : ''} | ${compared.join('; ')} |`,
  );
  console.log(rows.at(-1));
}

function figures({ seconds, memory }: Measured): string {
  return `${seconds.toFixed(2)} s${memory > 0 ? `, ${memory.toFixed(0)} MB` : ''}`;
}

/** Takes away what an earlier run published. */
function clear(...folders: string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** First builds, each tool in turn; the medians of the others are given back. */
async function compareFirst(site: string, work: Work, count: number): Promise<Map<string, Measured>> {
  const able = others.filter(({ works, most }) => works.includes(work) && count <= most);
  const own = join(site, `out-feedwright-${work}`);
  const ours: Measured[] = [];
  const theirs = new Map(able.map(({ name }) => [name, [] as Measured[]]));
  for (let round = 0; round < rounds; round += 1) {
    clear(own);
    const { program, args } = feedwright.command(work, own);
    ours.push(await measure(program, [...args, '--no-cache'], site));
    for (const tool of able) {
      const out = join(site, `out-${tool.name}-${work}`);
      clear(out);
      const { program: other, args: given } = tool.command(work, out);
      theirs.get(tool.name)?.push(await measure(other, given, site));
      requireSame(feedwright.newest(own), tool.newest(out), `${tool.name}, ${site}`);
      clear(out);
    }
  }
  if (isProfiled) {
    const { program, args } = feedwright.command(work, own, '--cpu-prof', '--cpu-prof-dir', profileFolder);
    await measure(program, [...args, '--no-cache'], site);
  }
  const medians = new Map([...theirs].flatMap(([name, list]) => [[name, medianOf(list)] as const]));
  const found = new Map([...medians].flatMap(([name, median]) => (median ? [[name, median] as const] : [])));
  tell(`${work}, first build`, count, medianOf(ours), found);
  return found;
}

/** Both must have published the same articles. */
function requireSame(ours: readonly string[], theirs: readonly string[], where: string): void {
  const names = (links: readonly string[]) => links.map((link) => /article-\d+/.exec(link)?.[0]).join();
  if (names(ours) !== names(theirs)) throw new Error(`${where}: not the same articles as feedwright`);
}

/** Later builds, beside the first ones of the others, which build everything each time. */
async function compareLater(
  site: string,
  work: Work,
  count: number,
  theirs: ReadonlyMap<string, Measured>,
): Promise<void> {
  const own = join(site, `out-feedwright-${work}`);
  const { program, args } = feedwright.command(work, own);
  const newest = newestArticle(join(site, 'content'), count);
  const text = readFileSync(newest, 'utf8');
  const added: string[] = [];
  await measure(program, args, site);
  const [same, changed, more]: [Measured[], Measured[], Measured[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    same.push(await measure(program, args, site));
    appendFileSync(newest, 'One more line.\n');
    changed.push(await measure(program, args, site));
    const file = newest.replace(/\.md$/, `-again-${round}.md`);
    added.push(file);
    writeFileSync(
      file,
      text.replace(/^date: .*$/m, `date: ${new Date(Date.UTC(2026, 5, 1 + round)).toISOString()}`),
    );
    more.push(await measure(program, args, site));
  }
  tell(`${work}, nothing changed`, count, medianOf(same), theirs);
  tell(`${work}, newest article changed`, count, medianOf(changed), theirs);
  tell(`${work}, one article added`, count, medianOf(more), theirs);
  writeFileSync(newest, text);
  clear(own, join(site, '.feedwright'), ...added);
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
  const [ours, nothing]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds * 5; round += 1) {
    clear(own);
    const { program, args } = feedwright.command('everything', own);
    ours.push(await measure(program, [...args, '--no-cache'], site));
    nothing.push(await measure(process.execPath, ['-e', '0'], site));
  }
  const median = medianOf(nothing);
  tell('everything, first build', 10, medianOf(ours), new Map(median ? [['`node -e 0`', median]] : []));
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

const versions = others.map(({ name, version }) => `${name} ${version}`).join(', ');
const text = `# Measured

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, Node ${process.version}, ${versions}; the median of ${rounds} rounds in turn.
Ratios are of time, then of peak memory.

feedwright writes three formats, the others one. "feeds": everything, 6 sections, 40 tags, the newest 50 in full.
"everything": pages and lists, too, and for feedwright also archives of every feed, feeds of authors, search and sitemap;
Jekyll writes no feeds of sections and tags. First builds of feedwright run with \`--no-cache\`; later ones stand beside
first builds of the others.

| work | articles | feedwright | beside |
|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), text);
