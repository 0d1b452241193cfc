import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pathToRegexp } from 'path-to-regexp';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type BuildReport, type BuildRequest, build } from '../../src/index.js';
import { suiteWithPrograms } from '../support/available.js';
import { published } from '../support/published.js';
import { feedwright } from '../support/run-cli.js';
import { article, articlesFolder, buildFiles, everyFeed, folderWith, now } from '../support/site-folder.js';

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
  const missing = await fetch(`${origin}/none/of/these/`);
  assert.is(missing.status, 404);
  assert.match(await missing.text(), 'This page does not exist');
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

/** A server of Debian's with the site in its folder; the file for it is read as hosting.md says. */
type Server = (root: string, out: string, check: (origin: string) => Promise<void>) => Promise<void>;

const withNginx: Server = async (root, out, check) => {
  const port = await freePort();
  const folder = folderWith({});
  chmodSync(folder, 0o755);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server { listen 127.0.0.1:${port}; root ${root}; include ${out}/feedwright.nginx.conf; }
}
`,
  );
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  await withServer(child, `http://127.0.0.1:${port}`, () => check(`http://127.0.0.1:${port}`));
};

const withApache: Server = async (root, out, check) => {
  const port = await freePort();
  const folder = folderWith({});
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'deflate', 'filter', 'alias'];
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
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
  );
  for (const path of [folder, dirname(root), root, out]) chmodSync(path, 0o755);
  const child = spawn('apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await withServer(child, `http://127.0.0.1:${port}`, () => check(`http://127.0.0.1:${port}`));
};

/** Every file of a site is answered with 304 to who has it, whether it is sent compressed or not. */
async function checkConditions(origin: string, report: BuildReport): Promise<void> {
  const visible = report.files.filter(({ path }) => !/(^|\/)\.|\.conf$/.test(path));
  assert.ok(visible.length > 15, String(visible.length));
  let compressed = 0;
  for (const { path } of visible) {
    for (const encoding of ['gzip', 'identity']) {
      const ask = (headers = {}) =>
        fetch(`${origin}/${path}`, { headers: { 'accept-encoding': encoding, ...headers } });
      const first = await ask();
      await first.arrayBuffer();
      assert.is(first.status, 200, path);
      if (first.headers.get('content-encoding') === 'gzip') compressed += 1;
      const tag = { 'if-none-match': first.headers.get('etag') ?? '' };
      const since = { 'if-modified-since': first.headers.get('last-modified') ?? '' };
      for (const known of [tag, since, { ...tag, ...since }]) {
        const again = await ask(known);
        assert.is(again.status, 304, `${path}, ${encoding}, ${JSON.stringify(known)}`);
      }
    }
  }
  for (const path of ['sitemap.xml', 'search-data.js', 'rss.xml', 'feedwright.css']) {
    const response = await fetch(`${origin}/${path}`, { headers: { 'accept-encoding': 'gzip' } });
    assert.is(response.headers.get('content-encoding'), 'gzip', path);
  }
  assert.ok(compressed > 10);
}

/** A site whose articles and tags have moved, some with names outside of ASCII and with characters that mean something. */
async function movedSite(hosting: BuildRequest['hosting'], url = 'https://example.org', out = 'dist') {
  const cwd = articlesFolder({ ...files, '../feedwright.lock': '' });
  const write = (fields: Record<string, unknown>, tag: string) => {
    writeFileSync(
      join(cwd, 'articles/moved.md'),
      article({ title: 'Moved', date: '2021-09-01', tags: [tag], ...fields }, 'Moved, and the same.\n'),
    );
  };
  const request = { cwd, url, out: join(cwd, out), now, hosting, feeds: everyFeed, ...settings };
  write({ permalink: "/Новости/the (old)+one's $1.html" }, 'C# & Ко');
  assert.ok((await build(request)).ok);
  write({ permalink: '/новое/$& it/' }, 'Языки');
  const formerly = ['C# & Ко', 'Gone'];
  const report = await build({ ...request, feeds: { tags: { names: { Языки: { formerly } } } } });
  assert.ok(report.ok, JSON.stringify(report.diagnostics));
  return { report, root: join(cwd, out.split('/')[0] ?? '') };
}

/** Former addresses are answered with 301 and the new one, where the new one is there. */
async function checkRedirects(origin: string, report: BuildReport): Promise<void> {
  const base = new URL(report.site.url).pathname;
  const moved: [from: string, to: string][] = [
    ["Новости/the (old)+one's $1.html", 'новое/$& it/'],
    ...['', 'rss.xml', 'atom.xml', 'feed.json'].flatMap((name): [string, string][] => [
      [`tags/c-sharp-and-ko/${name}`, `tags/yazyki/${name}`],
      [`tags/gone/${name}`, `tags/yazyki/${name}`],
    ]),
  ];
  for (const [from, to] of moved) {
    const response = await fetch(origin + encodeURI(base + from).replace(/%25/g, '%'), {
      redirect: 'manual',
    });
    assert.is(response.status, 301, from);
    const location = new URL(response.headers.get('location') ?? '', origin);
    assert.is(decodeURIComponent(location.pathname), decodeURIComponent(base) + to, from);
    const target = await fetch(origin + location.pathname);
    assert.is(target.status, 200, to);
    await target.arrayBuffer();
  }
  const near = await fetch(`${origin}${base}tags/gone/rss_xml`, { redirect: 'manual' });
  assert.is(near.status, 404);
}

for (const [name, program, server] of [
  ['nginx', 'nginx', withNginx],
  ['apache', 'apache2', withApache],
] as const) {
  const host = suiteWithPrograms(name, { [program]: ['-v'] });

  host('sends what the file for it says', async () => {
    const report = await buildFiles(files, { ...settings, hosting: name });
    await server(report.site.out, report.site.out, (origin) => checkServer(origin, report));
  });

  host('answers with 304 for every file that did not change', async () => {
    const report = await buildFiles(files, { ...settings, hosting: name });
    await server(report.site.out, report.site.out, (origin) => checkConditions(origin, report));
  });

  host('redirects from former addresses of articles, and of tags that were renamed', async () => {
    const { report, root } = await movedSite(name);
    await server(root, report.site.out, (origin) => checkRedirects(origin, report));
  });

  host('compares with addresses outside of ASCII as readers send them', async () => {
    const { report, root } = await movedSite(name, 'https://пример.рф/блог', 'root/блог');
    assert.is(report.site.url, 'https://xn--e1afmkfd.xn--p1ai/%D0%B1%D0%BB%D0%BE%D0%B3/');
    await server(root, report.site.out, async (origin) => {
      await checkRedirects(origin, report);
      for (const path of ['rss.xml', 'sections/health/atom.xml']) {
        const url = report.site.url + path;
        const response = await fetch(origin + new URL(url).pathname);
        const link = `<https://hub.example.org/?a=1&b=2>; rel="hub", <${url}>; rel="self"`;
        assert.equal([response.status, response.headers.get('link')], [200, link]);
        assert.is(await response.text(), published(report, path));
      }
    });
  });

  host('means the folder of the site, where the host has more', async () => {
    const { report, root } = await movedSite(name, 'https://example.org/news', 'root/news');
    writeFileSync(join(root, 'other.html'), '<p>Another site.</p>');
    writeFileSync(join(root, 'rss.xml'), '<rss/>');
    await server(root, report.site.out, async (origin) => {
      for (const path of ['other.html', 'rss.xml']) {
        const response = await fetch(`${origin}/${path}`);
        assert.equal(
          [
            response.status,
            response.headers.get('content-security-policy'),
            response.headers.get('cache-control'),
          ],
          [200, null, null],
          path,
        );
      }
      for (const path of ['news/', 'news/rss.xml', 'news/sections/health/rss.xml', 'news/feedwright.css'])
        assertPolicy(await fetch(`${origin}/${path}`), path);
      await checkRedirects(origin, report);
    });
  });

  host.run();
}

const test = suite('files for hosts');

test('each host gets the file that it reads, and an own one stays', async () => {
  for (const [hosting, path, words] of [
    ['netlify', '_headers', '/*/rss.xml\n  Content-Type: application/xml; charset=utf-8'],
    ['netlify', '_headers', "/*\n  Content-Security-Policy: default-src 'none'"],
    ['cloudflare', '_headers', '/rss.xml\n  Content-Type: application/xml; charset=utf-8'],
    ['vercel', 'vercel.json', '"source": "/:path*/rss.xml"'],
    ['vercel', 'vercel.json', '"source": "/(.*)/"'],
    ['github-pages', '.nojekyll', ''],
  ] as const) {
    const report = await buildFiles(files, { hosting });
    assert.match(published(report, path), words);
    assert.not.ok(report.files.some((file) => file.path === 'feedwright.nginx.conf'));
  }
});

test('Vercel sends headers with every file and page, and redirects, by the patterns that it knows', async () => {
  const report = await buildFiles(files, { ...settings, hosting: 'vercel' });
  const { headers } = JSON.parse(published(report, 'vercel.json')) as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  const sent = (path: string) =>
    new Map(
      headers
        .filter(({ source }) => pathToRegexp(source).test(path))
        .flatMap((rule) => rule.headers.map(({ key, value }): [string, string] => [key, value])),
    );
  for (const path of ['/', '/a/', '/sections/health/', '/x.html']) {
    assert.is(sent(path).get('Cache-Control'), 'public, max-age=300', path);
    assert.match(sent(path).get('Content-Security-Policy') ?? '', "default-src 'none'", path);
  }
  for (const path of ['/rss.xml', '/sections/health/rss.xml']) {
    assert.is(sent(path).get('Content-Type'), 'application/xml; charset=utf-8', path);
    assert.match(sent(path).get('Link') ?? '', `<https://example.org${path}>; rel="self"`, path);
  }
  assert.is(sent('/a/rss_xml').get('Content-Type'), undefined);
  assert.is(sent('/feedwright.css').get('Cache-Control'), 'public, max-age=86400');
  const moved = await movedSite('vercel');
  const { redirects } = JSON.parse(published(moved.report, 'vercel.json')) as {
    redirects: { source: string; destination: string; statusCode: number }[];
  };
  assert.is(redirects.length, 9);
  for (const { source, statusCode } of redirects) assert.is(statusCode, 301, source);
  const article = redirects.find(({ destination }) => decodeURIComponent(destination) === '/новое/$& it/');
  const from = new URL("/Новости/the (old)+one's $1.html", 'https://example.org').pathname;
  assert.ok(article && pathToRegexp(article.source).test(from), JSON.stringify(redirects));
});

test('hosts that read _redirects get them, Netlify so that they pass over what stands in their place', async () => {
  for (const [hosting, status] of [
    ['netlify', '301!'],
    ['cloudflare', '301'],
    [undefined, '301'],
  ] as const) {
    const { report } = await movedSite(hosting);
    const lines = published(report, '_redirects').trim().split('\n');
    assert.is(lines.length, 9);
    assert.equal(lines, [...lines].sort());
    assert.ok(lines.includes(`/tags/gone/rss.xml /tags/yazyki/rss.xml ${status}`), lines.join('\n'));
  }
});

test('where nothing redirects, a renamed tag has its page and its newest items in the former place, and its id', async () => {
  const { report } = await movedSite(undefined);
  for (const name of ['rss.xml', 'atom.xml', 'feed.json'])
    assert.is(published(report, `tags/gone/${name}`), published(report, `tags/yazyki/${name}`));
  assert.match(published(report, 'tags/gone/index.html'), 'url=https://example.org/tags/yazyki/');
  assert.match(
    published(report, 'tags/yazyki/atom.xml'),
    '<id>https://example.org/tags/c-sharp-and-ko/</id>',
  );
  assert.not.match(published(report, 'feeds.opml'), 'gone');
});

test('a former name that articles still have keeps its feed, and is told', async () => {
  const report = await buildFiles(
    {
      'a.md': article({ title: 'A', date: '2021-09-02', tags: ['New'] }),
      'b.md': article({ title: 'B', date: '2021-09-01', tags: ['Old'] }),
    },
    { feeds: { tags: { names: { New: { formerly: ['Old'] } } } } },
  );
  assert.equal(
    report.diagnostics.map(({ code, file }) => [code, file]),
    [['FW027', 'b.md']],
  );
  assert.match(published(report, 'tags/old/rss.xml'), '<title>B</title>');
  assert.not.ok(existsSync(join(report.site.out, '_redirects')));
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
