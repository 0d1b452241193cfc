import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { article, folderWith, now } from '../support/site-folder.js';

const test = suite('fields of other tools');

test('Eleventy: dates from the history of the file', async () => {
  const cwd = folderWith({
    'eleventy.config.js': 'export default {};\n',
    'a.md': article({ title: 'A', date: 'git Created' }),
    'b.md': article({ title: 'B', date: 'git Last Modified' }),
  });
  const git = (...args: string[]) => {
    const who = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    execFileSync('git', args, { cwd, stdio: 'ignore', env: { ...process.env, ...who } });
  };
  git('init');
  git('add', '.');
  git('commit', '-m', 'a', '--date', '2021-09-02T10:00:00Z');
  appendFileSync(join(cwd, 'a.md'), 'more\n');
  appendFileSync(join(cwd, 'b.md'), 'more\n');
  git('commit', '-am', 'b', '--date', '2021-09-05T10:00:00Z');
  const request = { cwd, url: 'https://example.org', now, write: false };
  const { articles } = await build(request);
  assert.equal(
    articles.map(({ title, date }) => `${title} ${date.toISOString().slice(0, 10)}`),
    ['B 2021-09-05', 'A 2021-09-02'],
  );
  rmSync(join(cwd, '.git'), { recursive: true });
  const { diagnostics } = await build(request);
  assert.equal(
    diagnostics.map(({ code, message }) => `${code} ${/no history/.test(message)}`),
    ['FW082 false', 'FW012 true', 'FW012 true'],
  );
});

test('what another tool means by a field is odd, and no error', async () => {
  const files = {
    'hugo.toml': 'baseURL = "https://h.example.org"\n',
    'content/a.md':
      '---\ntitle: A\ndate: 2021-09-02\nsummary: [x]\nauthors: { ann: 1 }\nattachments: { a: b }\nlang: not a tag\n---\n',
  };
  const report = await build({ cwd: folderWith(files), now, write: false });
  assert.ok(report.ok);
  assert.equal(
    report.diagnostics.map(({ code, level }) => `${code} ${level}`),
    ['FW010 warning', 'FW010 warning', 'FW040 warning', 'FW050 warning'],
  );
});

test.run();
