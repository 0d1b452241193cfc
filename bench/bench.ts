/**
 * Measures feedwright and Hugo side by side: `npm run bench [counts] [rounds]`, after `npm run compile`. Writes
 * bench/results.md. With `--profile` the last run of feedwright leaves a CPU profile in bench/profile.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './corpus.js';
import { makeSites } from './sites.js';

interface Measured {
  seconds: number;
  /** Peak resident memory in MB; 0 where the system does not tell. */
  memory: number;
}

const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const numbers = process.argv.slice(2).filter((argument) => /^[\d,]+$/.test(argument));
const counts = (numbers[0] ?? '1000,10000').split(',').map(Number);
const rounds = Number(numbers[1] ?? 3);
const isProfiled = process.argv.includes('--profile');

/** Runs a command to its end, and watches its memory. */
function measure(command: string, args: readonly string[], cwd: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd, stdio: 'ignore' });
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, peakOf(child.pid));
    }, 10);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, memory });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}

const version = (command: string, ...args: string[]) => {
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? (/v?\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown') : undefined;
};

/** Links of the newest fifty, as a feed has them. */
function newestIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/<item>[\s\S]*?<link>([^<]*)<\/link>/g)].map(
    ([, link]) => link ?? '',
  );
}

/** Each work, for both programs; what is published goes into folders of their own. */
async function compareWork(
  site: string,
  work: 'feeds' | 'all',
): Promise<{ ours: Measured[]; theirs: Measured[] }> {
  const result: { ours: Measured[]; theirs: Measured[] } = { ours: [], theirs: [] };
  const [own, other] = [join(site, `out-feedwright-${work}`), join(site, `out-hugo-${work}`)];
  const profile = isProfiled
    ? ['--cpu-prof', '--cpu-prof-dir', fileURLToPath(new URL('profile', import.meta.url))]
    : [];
  for (let round = 0; round < rounds; round += 1) {
    for (const folder of [own, other]) rmSync(folder, { recursive: true, force: true });
    const args = [
      '--max-old-space-size=12000',
      ...profile,
      cli,
      '--config',
      `feedwright-${work}.yaml`,
      '--out',
      own,
    ];
    result.ours.push(await measure(process.execPath, args, site));
    if (hugo) {
      result.theirs.push(
        await measure('hugo', ['--quiet', '--config', `hugo-${work}.toml`, '--destination', other], site),
      );
    }
  }
  if (hugo) {
    const [ours, theirs] = [newestIn(join(own, 'rss.xml')), newestIn(join(other, 'index.xml'))];
    const names = (links: readonly string[]) => links.map((link) => /article-\d+/.exec(link)?.[0]).join();
    if (names(ours) !== names(theirs)) throw new Error(`${site}: the two did not publish the same articles`);
  }
  return result;
}

const hugo = version('hugo', 'version');
const rows: string[] = [];
for (const count of counts) {
  const site = join(tmpdir(), `feedwright-bench-${count}`);
  makeCorpus(site, count);
  makeSites(site);
  for (const work of ['feeds', 'all'] as const) {
    const { ours, theirs } = await compareWork(site, work);
    const [mine, its] = [ours, theirs].map((list) => ({
      seconds: median(list.map(({ seconds }) => seconds)),
      memory: median(list.map(({ memory }) => memory)),
    }));
    const ratio = (a = 0, b = 0) => (b > 0 ? `${(a / b).toFixed(2)} ×` : '');
    const cells = [
      work === 'feeds' ? 'feeds only' : 'everything',
      count.toLocaleString('en'),
      `${mine?.seconds.toFixed(2)} s`,
      its?.seconds ? `${its.seconds.toFixed(2)} s` : '',
      ratio(mine?.seconds, its?.seconds),
      `${mine?.memory.toFixed(0)} MB`,
      its?.memory ? `${its.memory.toFixed(0)} MB` : '',
      ratio(mine?.memory, its?.memory),
    ];
    rows.push(`| ${cells.join(' | ')} |`);
    console.log(rows.at(-1));
  }
}
const machine = `${cpus().length} cores, Node ${process.version}, Hugo ${hugo ?? 'not installed'}`;
const text = `# Measured

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}; the median of ${rounds} rounds in turn, no cache.
feedwright writes three formats where Hugo writes one. "Feeds only": everything, 6 sections, 40 tags, the newest 50 in
full. "Everything": pages, lists, and for feedwright also archives of every feed, author feeds, search and sitemap.

| work | articles | feedwright | Hugo | time | feedwright | Hugo | memory |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), text);
