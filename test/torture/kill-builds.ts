import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOfAtom, problemsOfJsonFeed, problemsOfRss } from '../support/profile.js';
import { randomFrom } from '../support/random.js';
import { article, articlesFolder } from '../support/site-folder.js';

const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const checks: Readonly<Record<string, (document: string) => string[]>> = {
  'rss.xml': problemsOfRss,
  'atom.xml': problemsOfAtom,
  'feed.json': problemsOfJsonFeed,
};

/** What came of a series of killed builds. */
export interface KilledBuilds {
  killed: number;
  finished: number;
  polls: number;
  /** Documents that a reader got and that were not whole, or builds that failed. */
  failures: string[];
}

const sections = ['Health', 'Society', 'Culture'];

/**
 * Builds a changing site again and again, kills most builds at a random moment, and reads every feed all the time, as
 * an aggregator does. The last build is left in peace.
 *
 * @param count how many builds
 */
export async function killBuilds(count: number, seed = 1): Promise<KilledBuilds> {
  const random = randomFrom(seed);
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`a${index}.md`, articleOf(index, 0, random)]),
  );
  const cwd = articlesFolder(files);
  const result: KilledBuilds = { killed: 0, finished: 0, polls: 0, failures: [] };
  const started = performance.now();
  await runBuild(cwd, undefined, result);
  const usual = performance.now() - started;
  for (let round = 1; round <= count; round += 1) {
    change(cwd, round, random);
    // Some get to the end; of the others more are killed late, where files are put in their places.
    await runBuild(cwd, Math.sqrt(random()) * 1.2 * usual, result);
  }
  await runBuild(cwd, undefined, result);
  const left = readdirSync(join(cwd, 'dist'), { recursive: true, encoding: 'utf8' });
  for (const path of left.filter((name) => /feedwright-(new|busy)/.test(name))) {
    result.failures.push(`${path} was left behind`);
  }
  return result;
}

function articleOf(index: number, round: number, random: () => number): string {
  const section = sections[Math.floor(random() * sections.length)];
  const date = new Date(Date.UTC(2021, 0, 1 + index)).toISOString();
  return article(
    { title: `Article ${index} in round ${round}`, date, section },
    `${'Words. '.repeat(200)}\n`,
  );
}

/** Adds, changes or removes an article. */
function change(cwd: string, round: number, random: () => number): void {
  const index = Math.floor(random() * 20);
  const file = join(cwd, 'articles', `a${index}.md`);
  if (random() < 0.2) rmSync(file, { force: true });
  else writeFileSync(file, articleOf(index, round, random));
}

async function runBuild(cwd: string, killAfter: number | undefined, result: KilledBuilds): Promise<void> {
  const child = spawn(process.execPath, [cli, '--quiet', '--url', 'https://example.org'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  let running = true;
  const code = ended.finally(() => {
    running = false;
  });
  while (running) {
    poll(join(cwd, 'dist'), result);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  clearTimeout(timer);
  const ending = await code;
  if (ending === null) result.killed += 1;
  else if (ending === 0) result.finished += 1;
  else result.failures.push(`a build ended with ${ending}: ${errors}`);
}

/** Reads every feed that is there; each must be whole and valid. */
function poll(dist: string, result: KilledBuilds): void {
  for (const folder of ['', 'sections/health/', 'sections/society/', 'sections/culture/']) {
    for (const [file, check] of Object.entries(checks)) {
      let text: string;
      try {
        text = readFileSync(join(dist, folder, file), 'utf8');
      } catch {
        continue;
      }
      result.polls += 1;
      try {
        const [problem] = check(text);
        if (problem) result.failures.push(`${folder}${file}: ${problem}`);
      } catch (error) {
        result.failures.push(`${folder}${file}: ${String(error)}`);
      }
    }
  }
}
