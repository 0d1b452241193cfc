/**
 * The tests that try to break feedwright, at full size: `npm run torture [kills] [mutants] [edits] [combinations] [texts]`, after `npm run compile`.
 * Mutants are made from real articles where there are some beside the project, else from the sample.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { combineAttacks } from '../test/attacks/combine.js';
import { editAtRandom } from '../test/cache/random-edits.js';
import { cutPublishing } from '../test/deploy/cut-publishing.js';
import { sharedPath } from '../test/support/available.js';
import { startS3 } from '../test/support/s3-server.js';
import { growTexts } from '../test/torture/grow-texts.js';
import { killBuilds } from '../test/torture/kill-builds.js';
import { mutateArticles } from '../test/torture/mutate-articles.js';
import { xssVectors } from '../test/torture/xss-vectors.js';

const [kills = 250, mutants = 20_000, edits = 2000, combinations = 2000, texts = 2000] = process.argv
  .slice(2)
  .map(Number);

function originals(): Buffer[] {
  const corpora = sharedPath('corpora');
  const folder = existsSync(corpora) ? corpora : fileURLToPath(new URL('../articles', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  return files.map((name) => readFileSync(join(folder, name))).filter(({ length }) => length < 50_000);
}

function tell(what: string, failures: readonly string[]): void {
  console.log(`${what}, ${failures.length} failures`);
  for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

const killed = await killBuilds(kills, Date.now() % 100_000);
tell(`${killed.killed} builds killed, ${killed.finished} finished, ${killed.polls} polls`, killed.failures);
const mutated = await mutateArticles(originals(), mutants, 50, Date.now() % 100_000);
tell(`${mutated.articles} mutants, ${mutated.published} published, ${mutated.told} told`, mutated.failures);
for (const files of [{}, { 'eleventy.config.js': 'export default {};' }]) {
  const settings = { 'feedwright.config.json': '{"url": "https://example.org"}', ...files };
  const edited = await editAtRandom(settings, edits, Date.now() % 100_000);
  tell(`${edited.rounds} edits with and without cache, ${edited.hits} hits`, edited.failures);
}
const seed = Date.now() % 100_000;
tell(`${combinations} combinations of attacks (seed ${seed})`, await combineAttacks(combinations, seed));
tell(`${texts} texts that grow (seed ${seed})`, await growTexts(texts, seed));
const server = await startS3();
for (const isEmpty of [true, false]) {
  const cut = await cutPublishing(server, 90, isEmpty);
  tell(`${cut.cuts} publishers cut off, ${isEmpty ? 'the first time' : 'later'}`, cut.failures);
}
console.log(`${xssVectors.length} vectors of hostile content are opened in a browser by npm test`);
// The store listens.
process.exit();
