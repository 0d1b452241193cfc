import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runBuild } from '../../src/build/build.js';
import { UsageError } from '../../src/diagnostics/usage-error.js';
import { PublishError } from '../../src/publish/publish-error.js';
import { randomFrom } from '../support/random.js';
import { everyFeed, folderWith } from '../support/site-folder.js';

/** What came of editing a site at random, and building it with and without a cache after each edit. */
export interface Edited {
  rounds: number;
  /** How often there was nothing to do, articles and bodies came from the cache, and a build failed, as it should. */
  upToDate: number;
  hits: number;
  refused: number;
  /** Where the two differed. */
  failures: string[];
}

const picture = (width: number) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`);

/** A site in two places: one is built with a cache, the other without. */
class Twins {
  readonly roots: readonly string[];
  private readonly random: () => number;
  private count = 0;
  private day = Date.UTC(2026, 0, 1);

  constructor(files: Readonly<Record<string, string>>, seed: number) {
    this.random = randomFrom(seed);
    this.roots = [folderWith(files), folderWith(files)];
    for (let index = 0; index < 6; index += 1) this.add();
  }

  get now(): Date {
    return new Date(this.day);
  }

  /** One edit, the same in both places. */
  edit(): string {
    const often = [
      'add',
      'text',
      'text',
      'field',
      'field',
      'field',
      'rename',
      'rename',
      'remove',
      'sameSize',
    ];
    const rarely = ['touch', 'picture', 'data', 'clock', 'nothing', 'output', 'settings', 'cache'];
    const name = this.pick(this.random() < 0.7 ? often : rarely);
    const file = this.pick(this.articles());
    if (name === 'add') this.add();
    else if (name === 'text')
      this.change(
        file,
        (text) => `${text}\nMore ${this.number(99)} [other](a${this.number(this.count)}.md).\n`,
      );
    else if (name === 'field') this.change(file, (text) => text.replace('---\n', `---\n${this.field()}\n`));
    else if (name === 'sameSize')
      this.change(file, (text) =>
        text.replace(/[a-y](?=[^a-z]*$)/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1)),
      );
    else if (name === 'rename') this.rename(file);
    else if (name === 'remove') this.each((root) => rmSync(join(root, file), { force: true }));
    else if (name === 'touch')
      this.each(
        (root) => existsSync(join(root, file)) && utimesSync(join(root, file), new Date(), new Date()),
      );
    else if (name === 'picture') this.togglePicture();
    else if (name === 'data')
      this.write(
        'posts/posts.json',
        this.random() < 0.3 ? '{' : JSON.stringify({ lang: this.pick(['en', 'ru']), tags: [this.word()] }),
      );
    else if (name === 'settings') this.write('feedwright.config.json', JSON.stringify(this.settings()));
    else if (name === 'clock') this.day += this.number(40) * 86_400_000;
    else if (name === 'output') this.spoilOutput();
    else if (name === 'cache') this.spoilCache();
    return `${name} ${file}`;
  }

  private add(): void {
    this.count += 1;
    const date = new Date(Date.UTC(2025, 11, 1 + this.number(90))).toISOString();
    const lines = [
      '---',
      `title: Article ${this.count}`,
      `date: ${date}`,
      this.field(),
      '---',
      '',
      `Text of ${this.count} with ![a picture](p.svg) and [another](a${this.number(this.count)}.md).`,
      '',
    ];
    this.write(`posts/a${this.count}.md`, lines.join('\n'));
  }

  private field(): string {
    const date = () => new Date(Date.UTC(2025, 11, 1 + this.number(120))).toISOString();
    return this.pick([
      `tags: [${this.word()}, ${this.word()}]`,
      `section: ${this.word()}`,
      'draft: true',
      `expires: ${date()}`,
      `updated: ${date()}`,
      `author: ${this.word()}`,
      `description: About ${this.word()}`,
      'image: p.svg',
      `slug: ${this.word()}`,
      ...(this.random() < 0.2 ? ['date: someday'] : []),
      'x: "\\u0041"',
      'id: urn:x:1',
    ]);
  }

  private settings(): object {
    const { random } = this;
    return {
      url: 'https://example.org',
      feeds: everyFeed,
      permalink: this.pick(['/:slug/', '/:year/:slug/']),
      limit: 1 + this.number(4),
      strict: random() < 0.1,
      skipInvalid: random() < 0.9,
      pages: random() < 0.6,
      timezone: this.pick(['UTC', 'Europe/Moscow']),
    };
  }

  private rename(file: string): void {
    this.count += 1;
    const name = join('posts', this.random() < 0.5 ? `a${this.count}.md` : `${this.word()}${this.count}.md`);
    this.each((root) => existsSync(join(root, file)) && renameSync(join(root, file), join(root, name)));
  }

  private togglePicture(): void {
    const width = 1 + this.number(500);
    const isGone = this.random() < 0.3;
    this.each((root) =>
      isGone
        ? rmSync(join(root, 'posts/p.svg'), { force: true })
        : writeFileSync(join(root, 'posts/p.svg'), picture(width)),
    );
  }

  private spoilOutput(): void {
    const how = this.number(3);
    this.each((root) => {
      const feed = join(root, 'dist/rss.xml');
      if (!existsSync(feed)) return;
      if (how === 0) rmSync(feed);
      else writeFileSync(feed, how === 1 ? 'spoiled' : readFileSync(feed, 'utf8').replace('e', 'f'));
    });
  }

  /** Cuts a file of the cache, or changes one byte of it. */
  private spoilCache(): void {
    const [root = ''] = this.roots;
    const folder = join(root, '.feedwright');
    if (!existsSync(folder)) return;
    const file = join(folder, this.pick(readdirSync(folder)));
    const bytes = readFileSync(file);
    const at = this.number(bytes.length);
    if (this.random() < 0.5) bytes[at] = 120;
    writeFileSync(file, this.random() < 0.5 ? bytes : bytes.subarray(0, at));
  }

  private articles(): string[] {
    const names = readdirSync(join(this.roots[0] ?? '', 'posts')).filter((name) => name.endsWith('.md'));
    return names.length > 0 ? names.sort().map((name) => `posts/${name}`) : ['posts/none.md'];
  }

  private change(file: string, edit: (text: string) => string): void {
    const before = join(this.roots[0] ?? '', file);
    if (existsSync(before)) this.write(file, edit(readFileSync(before, 'utf8')));
  }

  private write(file: string, text: string): void {
    this.each((root) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    });
  }

  private each(act: (root: string) => unknown): void {
    for (const root of this.roots) act(root);
  }

  private word(): string {
    return this.pick(['lake', 'road', 'ferry', 'школа', 'C++', 'a-b']);
  }

  number(below: number): number {
    return Math.floor(this.random() * below);
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.number(list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }
}

/** Everything that a build told and left, as one text; and how it used the cache. */
async function outcomeOf(root: string, now: Date, cache: boolean) {
  try {
    const outcome = await runBuild({ cwd: root, articles: 'posts', now, cache });
    const { changes: _, out: _out, articlesFolder: _folder, ...told } = outcome.summary;
    return { outcome, text: `${JSON.stringify(told)}\n${filesIn(root)}` };
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof PublishError)) throw error;
    return { text: error.message.replaceAll(root, '') };
  }
}

function filesIn(root: string): string {
  const out = join(root, 'dist');
  if (!existsSync(out)) return '';
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return paths.map((path) => `${path.slice(root.length)} ${readFileSync(path, 'base64')}`).join('\n');
}

/**
 * Edits a site again and again, and builds it after each edit, with a cache and without one.
 *
 * @param files what the site has beside articles
 */
export async function editAtRandom(
  files: Readonly<Record<string, string>>,
  rounds: number,
  seed: number,
): Promise<Edited> {
  const twins = new Twins(files, seed);
  const result: Edited = { rounds, upToDate: 0, hits: 0, refused: 0, failures: [] };
  const [cached = '', plain = ''] = twins.roots;
  for (let round = 0; round < rounds; round += 1) {
    const edits = Array.from({ length: 1 + twins.number(3) }, () => twins.edit());
    // What changed long enough ago is known by its size and moments, anything else by its hash.
    if (twins.number(3) === 0) await wait(25);
    const withCache = await outcomeOf(cached, twins.now, true);
    const without = await outcomeOf(plain, twins.now, false);
    const { outcome } = withCache;
    if (outcome && !outcome.report) result.upToDate += 1;
    result.hits += (outcome?.cache?.articles.hits ?? 0) + (outcome?.cache?.bodies.hits ?? 0);
    if (!outcome?.summary.ok) result.refused += 1;
    if (withCache.text !== without.text)
      result.failures.push(`seed ${seed}, round ${round}: ${edits.join(', ')}`);
  }
  return result;
}
