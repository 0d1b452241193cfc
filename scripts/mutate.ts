/**
 * Measures whether the tests notice small changes of the source: `npm run mutate -- [--sample 60] [--seed 1] [--patience 120] [--unreached] [PATH ...]`,
 * where a path is the beginning of one below `src`. Of the mutants of each room some are taken at random; for each the
 * tests are run that come by it, the nearest first, until one fails. What no test notices is told, and written to
 * test/mutation.md where the whole source was measured.
 *
 * The comparison with the committed dist does not count: the next build would bless what it notices. Texts are not
 * changed, since no test should know every message.
 */

import { readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomFrom } from '../test/support/random.js';
import { equivalents } from './mutation/equivalents.js';
import { type Room, roomOf, rooms } from './mutation/rooms.js';
import { type Mutant, Sandbox } from './mutation/sandbox.js';

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    /** How long the tests of one mutant may take together, in seconds. */
    patience: { type: 'string', default: '120' },
    /** Lists what no test comes by, of all mutants, and tries none. */
    unreached: { type: 'boolean', default: false },
  },
});
const sample = Number(values.sample);
const seed = Number(values.seed);
const patience = Number(values.patience);
const project = fileURLToPath(new URL('..', import.meta.url));
/**
 * Tests that look at something else than the source, that would bless its changes, or that take long and say what
 * others say as well: those with browsers, other people's programs, and copies of the source.
 */
const without =
  /^(sample|package|docs|docs-commands|schemas|security|links|architecture)\.test\.ts$|^(corpora|browser\/|clients\/|dialects\/(proof|rendered)|examples\/)/;

const filesIn = (folder: string, ending: string) =>
  readdirSync(`${project}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort();

const sources = filesIn('src', '.ts').filter(
  (name) => !name.endsWith('.d.ts') && (paths.length === 0 || paths.some((path) => name.startsWith(path))),
);
const tests = filesIn('test', '.test.ts').filter((name) => !without.test(name));

const sandbox = new Sandbox();
const mutants = await sandbox.instrument(sources, ['StringLiteral'], tests);
console.log(
  `${mutants.length} mutants in ${sources.length} files; running ${tests.length} test files for what they come by`,
);

/** What each test file came by, and how long it takes. */
const known = new Map<string, { covers: Set<string>; seconds: number }>();
await inParallel(tests, async (file) => {
  const { passed, seconds } = await sandbox.run(file, 300);
  if (passed) known.set(file, { covers: sandbox.coveredBy(file), seconds });
  else console.log(`${file} fails without any change, and is left out`);
});

if (values.unreached) {
  const reached = new Set([...known.values()].flatMap(({ covers }) => [...covers]));
  const unreached = mutants.filter(({ id }) => !reached.has(id));
  for (const mutant of unreached) console.log(lineOf({ mutant, why: 'no test comes by it' }));
  console.log(`${unreached.length} of ${mutants.length}`);
  process.exit();
}

const chosen = new Map<Room, Mutant[]>();
for (const room of rooms) {
  const all = mutants.filter(({ file }) => roomOf(file) === room);
  if (all.length > 0) chosen.set(room, pick(all, sample, randomFrom(seed)));
}
interface Survivor {
  mutant: Mutant;
  why: string;
}
const survivors: Survivor[] = [];
/** For each source file, how many of its mutants each test noticed. */
const noticers = new Map<string, Map<string, number>>();
const queue = [...chosen.values()].flat();
let done = 0;
await inParallel(queue, async (mutant) => {
  const why = await survives(mutant);
  if (why !== undefined) {
    survivors.push({ mutant, why });
    console.log(lineOf({ mutant, why }));
  }
  done += 1;
  if (done % 20 === 0) console.log(`${done} of ${queue.length}, ${survivors.length} not noticed`);
});

const text = report();
console.log(text);
if (paths.length === 0) writeFileSync(`${project}/test/mutation.md`, text);

/** Why no test noticed a mutant; nothing where one did. */
async function survives(mutant: Mutant): Promise<string | undefined> {
  const able = [...known].filter(([, { covers }]) => covers.has(mutant.id));
  if (able.length === 0) return 'no test comes by it';
  let spent = 0;
  for (const [file, { seconds }] of able.sort((a, b) => rank(a, mutant) - rank(b, mutant))) {
    if (spent > patience) return `not noticed in ${patience} s`;
    const { passed, seconds: took } = await sandbox.run(file, seconds * 3 + 20, mutant.id);
    if (!passed) {
      const noticed = noticers.get(mutant.file) ?? new Map<string, number>();
      noticers.set(mutant.file, noticed.set(file, (noticed.get(file) ?? 0) + 1));
      return undefined;
    }
    spent += took;
  }
  return 'not noticed';
}

/**
 * The test of the file itself comes first, and then fast ones, those that lie in the same folder or noticed other mutants of
 * the file before others.
 */
function rank(
  [file, { covers, seconds }]: [string, { covers: Set<string>; seconds: number }],
  { file: source }: Mutant,
): number {
  const isNamesake = basename(file, '.test.ts') === basename(source, '.ts');
  const isNeighbour = dirname(file) === dirname(source);
  const noticed = Math.min(5, noticers.get(source)?.get(file) ?? 0);
  return (isNamesake ? 0 : 1e3) + seconds - (isNeighbour ? 30 : 0) - noticed * 2 + covers.size / 1e6;
}

function report(): string {
  const rows: string[] = [];
  for (const [room, taken] of chosen) {
    const left = survivors.filter(({ mutant }) => taken.includes(mutant));
    const same = left.filter(({ mutant }) => reasonFor(mutant) !== undefined);
    const share = 1 - (left.length - same.length) / Math.max(1, taken.length);
    rows.push(
      `| ${room.name} | ${taken.length} | ${taken.length - left.length} | ${same.length} | ${percent(share)} | ${percent(room.wanted)} |`,
    );
  }
  const list = survivors
    .filter(({ mutant }) => reasonFor(mutant) === undefined)
    .sort((a, b) =>
      a.mutant.file < b.mutant.file ? -1 : a.mutant.file > b.mutant.file ? 1 : a.mutant.line - b.mutant.line,
    )
    .map(lineOf);
  return `# What the tests notice

Made by \`npm run mutate -- --sample ${sample} --seed ${seed}\`: of the small changes that Stryker makes of each part of the
source, ${sample} at random, and how many of them a test notices. Changes that alter nothing anybody could notice are listed
in scripts/mutation/equivalents.ts with the reason, and count as noticed.

| room | changes | noticed | alter nothing | share | wanted |
|---|---|---|---|---|---|
${rows.join('\n')}

## Not noticed

${list.join('\n')}
`;
}

function lineOf({ mutant: { file, line, kind, original, replacement }, why }: Survivor): string {
  return `- ${file}:${line} ${kind}: \`${short(original)}\` as \`${short(replacement)}\` (${why})`;
}

function reasonFor({ file, original, replacement }: Mutant): string | undefined {
  return equivalents.find(
    (each) => each.file === file && each.original === original && each.replacement === replacement,
  )?.why;
}

function short(code: string): string {
  const text = code.replaceAll('`', "'");
  return text.length > 90 ? `${text.slice(0, 87)}...` : text;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function pick<T>(all: readonly T[], count: number, random: () => number): T[] {
  const rest = [...all];
  const taken: T[] = [];
  while (taken.length < count && rest.length > 0)
    taken.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return taken;
}

async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}
