import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { AddressBook } from '../../src/articles/address-book.js';
import { renderBody } from '../../src/body/render-body.js';
import type { BodySubject } from '../../src/body/rendered-body.js';
import { build } from '../../src/index.js';
import { FileTracker } from '../../src/platform/fingerprints.js';
import { inFolder } from '../../src/platform/make-folder.js';
import { BackgroundWorker } from '../../src/workers/background-worker.js';
import { claim } from '../../src/workers/jobs.js';
import { usualLimits } from '../../src/workers/worker-limits.js';
import { suiteWithThreads } from '../support/available.js';
import { article, articlesFolder, folderWith, now } from '../support/site-folder.js';

const test = suiteWithThreads('the helping thread');

const bodies: readonly string[] = [
  'Plain *text*.\n\n## A heading\n\n- one\n- two\n',
  'A picture beside it: ![P](p.png), and one elsewhere: ![Q](https://example.org/q.png).\n',
  'A link to [another article](0.md#part), and to [none](gone.md).\n',
  'HTML <script>alert(1)</script><b onclick="x">bold</b>\n\nShort.<!--more-->Long.\n',
];
const picture = Buffer.from('89504e470d0a1a0a0000000d4948445200000003000000020802000000', 'hex').toString(
  'latin1',
);

function articles(from: number, to: number): Record<string, string> {
  const entries = Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    const date = new Date(Date.UTC(2020, 0, 1) + number * 3_600_000).toISOString();
    const fields = { title: `Title ${number}`, date, tags: [`t${number % 7}`] };
    return [`${number}.md`, article(fields, bodies[number % bodies.length])] as const;
  });
  return Object.fromEntries(entries);
}

/** From how many bodies on a second thread renders them. */
const enough = usualLimits.bodies;

test('a large site is the same whether bodies are rendered ahead or one after another', async () => {
  const request = { url: 'https://example.org/', out: 'dist', now };
  const cwd = articlesFolder({ ...articles(0, enough - 100), 'p.png': picture });
  // Few bodies are rendered by one thread; and where some are known, so are the others.
  await build({ ...request, cwd });
  for (const [name, text] of Object.entries(articles(enough - 100, enough + 50)))
    writeFileSync(join(cwd, 'articles', name), text);
  const byOne = await build({ ...request, cwd });
  const byTwo = await build({ ...request, cwd, out: 'other', cache: false });
  assert.ok(byOne.ok && byTwo.ok);
  const paths = ({ files }: typeof byOne) => files.map(({ path }) => path).sort();
  assert.equal(paths(byTwo), paths(byOne));
  const differing = paths(byOne).filter(
    (path) => !readFileSync(join(cwd, 'dist', path)).equals(readFileSync(join(cwd, 'other', path))),
  );
  assert.equal(differing, []);
  assert.equal(byTwo.diagnostics, byOne.diagnostics);
});

/** What renders the bodies of the articles in a folder, here and there. */
async function subjectsIn(cwd: string) {
  const { articles: published, site } = await build({ url: 'https://example.org/', cwd, write: false, now });
  const { url, title, html, conventions, timezone, language, words, languages } = site;
  const { syntax } = conventions;
  const context = {
    articles: site.articles,
    site: {
      ...{ url, title, html, pages: true, assets: [], timezone, conventions: { syntax } },
      ...{ language, words, languages },
    },
  };
  const subjects = published.map((each): BodySubject => {
    const { source, body, title: name, titleIsFirstHeading, summary, date, language, path, url: own } = each;
    const { slug, frontMatter } = each;
    return {
      ...{ source, body, title: name, titleIsFirstHeading, summary, date, language, path, url: own },
      ...{ slug, frontMatter },
    };
  });
  return { published, subjects, context };
}

test('gives bodies as they are rendered here, but none that names other articles, and none that was claimed', async () => {
  const cwd = articlesFolder({ ...articles(0, 4), 'p.png': picture });
  const { published, subjects, context } = await subjectsIn(cwd);
  const worker = new BackgroundWorker();
  worker.begin(context);
  const claims = new SharedArrayBuffer(8);
  claim({ claims, cell: 0 });
  const [claimed, asked] = [0, 1].map((cell) => worker.askForBodies({ render: subjects, claims, cell }));
  const given = worker.takeBodies(asked ?? -1);
  worker.end();
  const addresses = new AddressBook(published);
  const wanted = subjects.map((subject) =>
    renderBody(subject, { ...context, addresses, files: new FileTracker() }),
  );
  const asksForOthers = (index: number) => subjects[index]?.source.path === '2.md';
  assert.equal(
    given.map((ahead) => ahead?.body),
    wanted.map((body, index) => (asksForOthers(index) ? undefined : body)),
  );
  const tracked = given.flatMap((ahead) => ahead?.tracked.map(([file]) => file) ?? []);
  assert.ok(tracked.includes(join(cwd, 'articles/p.png')));
  assert.equal(worker.takeBodies(claimed ?? -1), []);
});

test('writes files and makes folders, and tells what could not be done', async () => {
  const cwd = articlesFolder(articles(0, 1));
  const { context } = await subjectsIn(cwd);
  const folder = folderWith({});
  const worker = new BackgroundWorker();
  assert.not.ok(worker.takesFile(join(folder, 'a'), [], 0), 'there is no thread yet');
  worker.begin(context);
  const texts = Array.from({ length: 400 }, (_, index) => `${index} `.repeat(2000));
  for (const [index, text] of texts.entries()) {
    const pieces = [Buffer.from(text.slice(0, 100)), Buffer.from(text.slice(100))];
    const file = join(folder, 'b/c', String(index));
    const length = Buffer.byteLength(text);
    if (!worker.takesFile(file, pieces, length)) inFolder(file, () => writeFileSync(file, text));
  }
  worker.settle();
  for (const [index, text] of texts.entries())
    assert.is(readFileSync(join(folder, 'b/c', String(index)), 'utf8'), text);
  mkdirSync(join(folder, 'd'));
  assert.ok(worker.takesFile(join(folder, 'd'), [Buffer.from('x')], 1));
  assert.throws(() => worker.settle(), /EISDIR/);
  worker.settle();
  worker.end();
});

test('tells that files are missing where it never answered, and begins anew', async () => {
  const cwd = articlesFolder(articles(0, 1));
  const { subjects, context } = await subjectsIn(cwd);
  const folder = folderWith({});
  const fifo = join(folder, 'fifo');
  execFileSync('mkfifo', [fifo]);
  // Open for writing as well: reading from it ends when it is closed, and nobody waits for the other.
  const writing = openSync(fifo, 'r+');
  const silent = subjects.map((subject) => ({ ...subject, source: { ...subject.source, file: fifo } }));
  const worker = new BackgroundWorker();
  const ask = (render: BodySubject[]) =>
    worker.takeBodies(worker.askForBodies({ render, claims: new SharedArrayBuffer(4), cell: 0 }));
  worker.begin(context, 200);
  assert.ok(worker.takesFile(join(folder, 'a'), [Buffer.from('x')], 1));
  assert.equal(ask(silent), []);
  closeSync(writing);
  assert.throws(() => worker.settle(), /does not answer/);
  worker.begin(context);
  assert.is(
    ask(subjects)[0]?.body.html,
    '<p>Plain <em>text</em>.</p>\n<h2 id="a-heading">A heading</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
  );
  assert.ok(worker.takesFile(join(folder, 'b'), [Buffer.from('y')], 1));
  worker.settle();
  assert.is(readFileSync(join(folder, 'b'), 'utf8'), 'y');
  worker.end();
});

test.run();
