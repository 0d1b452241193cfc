import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BuildReport } from '../../src/index.js';
import { suiteWithPrograms } from '../support/available.js';
import { published } from '../support/published.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, buildFiles, folderWith } from '../support/site-folder.js';

const files = {
  'a.md': article(
    { title: 'A', date: '2021-09-02', section: 'Health' },
    `${'Words. '.repeat(500)}[note](note.txt)`,
  ),
  'note.txt': '<script>alert(1)</script>',
};
const settings = { hub: 'https://hub.example.org/?a=1&b=2' };

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Waits until a server answers. */
async function answers(origin: string): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const response = await fetch(origin).catch(() => undefined);
    if (response) return response.arrayBuffer().then(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${origin} does not answer`);
}

/** What every good server does with the files of a site. */
async function checkServer(origin: string, report: BuildReport): Promise<void> {
  for (const [path, type] of [
    ['rss.xml', 'application/xml; charset=utf-8'],
    ['atom.xml', 'application/xml; charset=utf-8'],
    ['feed.json', 'application/feed+json; charset=utf-8'],
    ['sections/health/rss.xml', 'application/xml; charset=utf-8'],
    ['feeds.opml', 'text/x-opml; charset=utf-8'],
    ['', 'text/html; charset=utf-8'],
  ]) {
    const response = await fetch(`${origin}/${path}`, { headers: { 'accept-encoding': 'gzip' } });
    const body = await response.text();
    assert.equal([response.status, response.headers.get('content-type')?.toLowerCase()], [200, type], path);
    assert.is(response.headers.get('content-encoding'), 'gzip', path);
    assertPolicy(response, path ?? '');
    if (path?.endsWith('.xml')) {
      assert.is(body, published(report, path));
      assert.is(response.headers.get('access-control-allow-origin'), '*', path);
      assert.match(response.headers.get('cache-control') ?? '', 'max-age=300', path);
      const self = `<https://example.org/${path}>; rel="self"`;
      assert.is(response.headers.get('link'), `<${settings.hub}>; rel="hub", ${self}`, path);
      const modified = response.headers.get('last-modified') ?? '';
      const again = await fetch(`${origin}/${path}`, { headers: { 'if-modified-since': modified } });
      assert.is(again.status, 304, path);
    }
  }
  for (const path of ['a/note.txt', 'feedwright.css', 'sitemap.xml', 'search-data.js'])
    assertPolicy(await fetch(`${origin}/${path}`), path);
}

/** Whatever is opened can run no more than a page can, and is what its type says. */
function assertPolicy(response: Response, path: string): void {
  assert.match(
    response.headers.get('content-security-policy') ?? '',
    /^default-src 'none'.*; frame-ancestors 'self'$/,
    path,
  );
  assert.is(response.headers.get('x-content-type-options'), 'nosniff', path);
}

async function withServer(child: ChildProcess, origin: string, check: () => Promise<void>): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  try {
    await answers(origin).catch((error) => {
      throw new Error(`${String(error)}: ${said}`);
    });
    await check();
  } finally {
    child.kill('SIGTERM');
    await closed;
  }
}

const nginx = suiteWithPrograms('nginx', { nginx: ['-v'] });

nginx('sends what the file for it says', async () => {
  const report = await buildFiles(files, { ...settings, hosting: 'nginx' });
  const port = await freePort();
  const folder = folderWith({});
  chmodSync(folder, 0o755);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  types { text/html html; text/css css; text/javascript js; }
  access_log off;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server { listen 127.0.0.1:${port}; root ${report.site.out}; include ${report.site.out}/feedwright.nginx.conf; }
}
`,
  );
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  await withServer(child, `http://127.0.0.1:${port}`, () => checkServer(`http://127.0.0.1:${port}`, report));
});

const apache = suiteWithPrograms('Apache', { apache2: ['-v'] });

apache('sends what the file for it says', async () => {
  const report = await buildFiles(files, { ...settings, hosting: 'apache' });
  const port = await freePort();
  const folder = folderWith({});
  chmodSync(folder, 0o755);
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'deflate', 'filter'];
  writeFileSync(
    join(folder, 'apache.conf'),
    `ServerRoot /etc/apache2
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/log
DefaultRuntimeDir ${folder}
Mutex file:${folder}
User www-data
Group www-data
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${report.site.out}
<Directory ${report.site.out}>
  AllowOverride All
  Require all granted
</Directory>
`,
  );
  for (const path of [join(report.site.out, '..'), report.site.out]) chmodSync(path, 0o755);
  const child = spawn('apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await withServer(child, `http://127.0.0.1:${port}`, () => checkServer(`http://127.0.0.1:${port}`, report));
});

const test = suite('files for hosts');

test('each host gets the file that it reads, and an own one stays', async () => {
  for (const [hosting, path, words] of [
    ['netlify', '_headers', '/*/rss.xml\n  Content-Type: application/xml; charset=utf-8'],
    ['netlify', '_headers', "/*\n  Content-Security-Policy: default-src 'none'"],
    ['cloudflare', '_headers', '/rss.xml\n  Content-Type: application/xml; charset=utf-8'],
    ['vercel', 'vercel.json', '"source": "/(.*/)?rss\\\\.xml"'],
    ['github-pages', '.nojekyll', ''],
  ] as const) {
    const report = await buildFiles(files, { hosting });
    assert.match(published(report, path), words);
    assert.not.ok(report.files.some((file) => file.path === 'feedwright.nginx.conf'));
  }
});

test('a host that takes few rules gets few, however many feeds tell of the hub', async () => {
  const many = Array.from({ length: 60 }, (_, index) => `t${index}`);
  const report = await buildFiles(
    { 'a.md': article({ title: 'A', date: '2021-09-02', tags: many }) },
    { ...settings, hosting: 'cloudflare', url: 'https://example.org/news/' },
  );
  const text = published(report, '_headers');
  assert.ok(text.split('\n').filter((line) => line.startsWith('/')).length < 30);
  const below = '<https://example.org/news/:splat/rss.xml>; rel="self"';
  assert.match(text, `/news/*/rss.xml\n  Link: <${settings.hub}>; rel="hub", ${below}`);
  assert.match(text, '/news/rss.xml\n  Link: ');
});

test('pages of another tool are not told what they may load, feeds are', async () => {
  const report = await buildFiles(files, { hosting: 'netlify', pages: false });
  const text = published(report, '_headers');
  const rules = text.split(/\n(?=\/)/).filter((rule) => rule.includes('Content-Security-Policy'));
  for (const rule of rules) assert.match(rule, /^\/(\*\/)?(rss\.xml|atom\.xml|feed\.json)\n/);
  assert.is(rules.length, 6);
});

test('compressed copies are the text, and the same bytes every time', async () => {
  const [first, second] = [
    await buildFiles(files, { precompress: true }),
    await buildFiles(files, { precompress: true }),
  ];
  for (const path of ['rss.xml', 'index.html', 'feedwright.css']) {
    const at = (report: BuildReport, ending: string) => readFileSync(join(report.site.out, path + ending));
    const text = published(first, path);
    assert.is(gunzipSync(at(first, '.gz')).toString(), text);
    assert.is(brotliDecompressSync(at(first, '.br')).toString(), text);
    for (const ending of ['.gz', '.br']) assert.ok(at(first, ending).equals(at(second, ending)));
  }
});

nginx.run();
apache.run();
test('the setting is understood by the name that it had before, and not by both', () => {
  const cwd = articlesFolder({
    ...files,
    '../feedwright.config.yaml': 'url: https://example.org\nhost: vercel\n',
  });
  assert.is(feedwright([], cwd).code, 0);
  assert.ok(existsSync(join(cwd, 'dist/vercel.json')));
  assert.is(feedwright(['--host', 'netlify'], cwd).code, 0);
  assert.ok(existsSync(join(cwd, 'dist/_headers')));
  writeFileSync(
    join(cwd, 'feedwright.config.yaml'),
    'url: https://example.org\nhost: vercel\nhosting: nginx\n',
  );
  const both = feedwright([], cwd);
  assert.is(both.code, 2);
  assert.match(both.err, 'host is not a setting');
});

test.run();
