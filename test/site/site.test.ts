import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../src/index.js';
import { resolveSite, type SiteRequest } from '../../src/site/site.js';
import { folderWith, now } from '../support/site-folder.js';

const test = suite('settings');

function site(files: Record<string, string>, request: Partial<SiteRequest> = {}) {
  return resolveSite({ cwd: folderWith(files), now, ...request });
}

async function problems(
  files: Record<string, string>,
  request: Partial<SiteRequest> = {},
): Promise<string[]> {
  try {
    await site(files, request);
  } catch (error) {
    if (error instanceof UsageError)
      return error.problems.map(({ message, hint }) => `${message} ${hint ?? ''}`.trim());
    throw error;
  }
  return [];
}

test('from every kind of file', async () => {
  const files: Record<string, string> = {
    'feedwright.config.ts': 'const url: string = "https://a.example"; export default { url, limit: 7 };',
    'feedwright.config.js': 'module.exports = { url: "https://a.example", limit: 7 };',
    'feedwright.config.mjs': 'export default { url: "https://a.example", limit: 7 };',
    'feedwright.config.json': '{"url": "https://a.example", "limit": 7}',
    'feedwright.config.yaml': 'url: https://a.example\nlimit: 7\n',
    'feedwright.config.yml': 'url: https://a.example\nlimit: 7\n',
    'package.json': '{"feedwright": {"url": "https://a.example", "limit": 7}}',
  };
  for (const [name, text] of Object.entries(files)) {
    const { url, limit, title } = await site({ [name]: text });
    assert.equal([url, limit, title], ['https://a.example/', 7, 'a.example'], name);
  }
});

test('a flag beats the file, the file beats package.json, that beats the defaults', async () => {
  const packageJson = JSON.stringify({
    name: 'pack',
    description: 'from package',
    homepage: 'https://pack.example/#readme',
    author: 'Ann <ann@example.org>',
  });
  const alone = await site({ 'package.json': packageJson });
  assert.equal(
    [alone.title, alone.description, alone.url, alone.author, alone.limit],
    ['pack', 'from package', 'https://pack.example/', { name: 'Ann', email: 'ann@example.org' }, 50],
  );
  const files = { 'package.json': packageJson, 'feedwright.config.yaml': 'title: file\nlimit: 9\n' };
  const file = await site(files);
  assert.equal([file.title, file.description, file.limit], ['file', 'from package', 9]);
  const flags = await site(files, { overrides: { title: 'flag', limit: 3 } });
  assert.equal([flags.title, flags.limit], ['flag', 3]);
});

test('paths: of the file beside the file, of flags in the current folder', async () => {
  const cwd = folderWith({
    'sub/feedwright.config.yaml': 'url: https://a.example\narticles: texts\nout: public\n',
  });
  const fromFile = await site({}, { cwd, config: 'sub/feedwright.config.yaml' });
  assert.equal([fromFile.articles, fromFile.out], [join(cwd, 'sub/texts'), join(cwd, 'sub/public')]);
  const fromFlags = await site(
    {},
    { cwd, config: 'sub/feedwright.config.yaml', articles: 'x', overrides: { out: 'y' } },
  );
  assert.equal([fromFlags.articles, fromFlags.out], [join(cwd, 'x'), join(cwd, 'y')]);
});

test('settings of this folder apply to articles elsewhere, unless those have settings of their own', async () => {
  const other = folderWith({ 'a.md': '' });
  const cwd = folderWith({
    'feedwright.config.yaml': 'url: https://here.example\ntitle: here\n',
    'package.json': '{"name": "here"}',
  });
  const { title } = await site({}, { cwd, articles: other, overrides: { url: 'https://there.example' } });
  assert.is(title, 'here');
  const inside = folderWith({ 'feedwright.config.yaml': 'url: https://inside.example' });
  assert.is((await site({}, { cwd, articles: inside })).url, 'https://inside.example/');
});

test('no address is a clear error', async () => {
  const [problem] = await problems({});
  assert.match(problem ?? '', /site has no address.*absolute links.*--url/s);
});

test('every mistake at once: path, value, what is allowed, the nearest key', async () => {
  const text = [
    'ulr: x',
    'url: ftp://a',
    'limit: many',
    'content: whole',
    'timezone: Mars/Olympus',
    'language: klingonisch!',
    'html: {frmes: [a], tags: b}',
    'permalink: slug',
    'author: {nam: x}',
    'categories: [1]',
  ].join('\n');
  const found = await problems({ 'feedwright.config.yaml': text });
  for (const expected of [
    /^feedwright\.config\.yaml: ulr is not a setting\. Did you mean "url"\?$/,
    /url is "ftp:\/\/a", but must be an absolute http or https address/,
    /limit is "many", but must be a number/,
    /content is "whole", but must be one of "full", "summary"/,
    /timezone is "Mars\/Olympus", but must be an IANA time zone such as Europe\/Moscow/,
    /language is "klingonisch!", but must be a language tag/,
    /html\.frmes is not a setting\. Did you mean "frames"\?/,
    /html\.tags is "b", but must be a list/,
    /permalink is "slug", but must be text that begins with "\/"/,
    /author\.nam is not a setting\. Did you mean "name"/,
    /categories\[0\] is 1, but must be text/,
  ]) {
    assert.ok(
      found.some((problem) => expected.test(problem)),
      `${expected} in\n${found.join('\n')}`,
    );
  }
});

test('a file that is missing or does not load is told', async () => {
  assert.match((await problems({}, { config: 'none.yaml' }))[0] ?? '', /There is no file .*none\.yaml/);
  assert.match((await problems({ 'a.txt': '' }, { config: 'a.txt' }))[0] ?? '', /is not a settings file/);
  assert.match(
    (await problems({ 'feedwright.config.yaml': 'a: [' }))[0] ?? '',
    /feedwright\.config\.yaml cannot be loaded/,
  );
  assert.match(
    (await problems({ 'feedwright.config.ts': 'throw new Error("oops")' }))[0] ?? '',
    /feedwright\.config\.ts cannot be loaded: oops/,
  );
  assert.match((await problems({ 'feedwright.config.json': '[1]' }))[0] ?? '', /must be a group of settings/);
});

test.run();
