import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { visit } from '../support/browser.js';
import { article, buildFiles, everyFeed } from '../support/site-folder.js';
import { xssVectors } from '../torture/xss-vectors.js';

/** Pages that hold every vector in every field, and where they lie. */
export async function hostileSite(): Promise<{ out: string; paths: string[] }> {
  const files = Object.fromEntries(
    xssVectors.map((vector, index) => {
      const fields = { title: `${index} ${vector}`, date: '2021-09-02', summary: vector, slug: `v${index}` };
      const names = { tags: [vector], section: vector, author: { name: vector } };
      return [`v${index}.md`, article({ ...fields, ...names }, `${vector}\n\nText.\n`)];
    }),
  );
  const hostile = '</title><script>window.hacked=1</script>"><img src=x onerror="window.hacked=1">';
  const report = await buildFiles(files, {
    title: hostile,
    description: hostile,
    copyright: hostile,
    feeds: everyFeed,
    // An address that runs code is refused in settings already; texts are not.
    words: { search: hostile, subscribe: hostile },
  });
  assert.ok(report.ok, JSON.stringify(report.diagnostics.filter(({ level }) => level === 'error')));
  const paths = report.files
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(index\.html|rss\.xml|atom\.xml)$/.test(path));
  return { out: report.site.out, paths };
}

/** Takes the policy of the pages away, which would stop what the sanitiser let through. */
export function withoutPolicy(out: string, paths: readonly string[]): void {
  for (const path of paths.filter((each) => each.endsWith('.html'))) {
    const file = join(out, path);
    const html = readFileSync(file, 'utf8');
    const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, '');
    assert.not.equal(bare, html, path);
    writeFileSync(file, bare);
  }
}

/** Opens pages in frames of one page, does to each element what sets vectors off, and says what became of them. Runs in the browser. */
async function openInFrames(urls: readonly string[]) {
  const open = async (url: string) => {
    const frame = document.createElement('iframe');
    const isThere = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = url;
    document.body.append(frame);
    await isThere;
    const { contentDocument: page, contentWindow: view } = frame;
    if (!page || !view) return { url, at: 'another site', hacked: true, dangerous: [] };
    for (const element of page.querySelectorAll('main *, .note a')) {
      for (const name of ['click', 'pointerover', 'mouseover', 'focus', 'toggle', 'error', 'load'])
        element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    }
    const links = [...page.querySelectorAll('a')].map((link) => link.href);
    const dangerous = links.filter((href) => /^\s*(javascript|vbscript|data):/i.test(href));
    const hacked = Reflect.has(view, 'hacked') || Reflect.has(window, 'hacked');
    return { url, at: view.location.href, hacked, dangerous };
  };
  return Promise.all(urls.map(open));
}

/** Opens pages, and finds nothing that ran. */
export async function visitAll(out: string, paths: readonly string[]): Promise<void> {
  writeFileSync(join(out, 'frames.html'), '<!DOCTYPE html>\n<title>Frames</title>\n');
  const { origin, visitor, close } = await visit(out);
  try {
    const page = await (await visitor()).newPage();
    const hacked: string[] = [];
    page.on('request', (request) => {
      if (/evil\.example/.test(request.url()) && !request.isNavigationRequest()) hacked.push(request.url());
    });
    page.on('dialog', (dialog) => {
      hacked.push(`dialog ${dialog.message()}`);
      dialog.dismiss().catch(() => undefined);
    });
    for (let at = 0; at < paths.length; at += 20) {
      const urls = paths.slice(at, at + 20).map((path) => `${origin}/${path.replace(/index\.html$/, '')}`);
      await page.goto(`${origin}/frames.html`);
      const found = await page.evaluate(openInFrames, urls);
      assert.equal(
        found,
        urls.map((url) => ({ url, at: url, hacked: false, dangerous: [] })),
      );
      assert.is(page.url(), `${origin}/frames.html`);
    }
    assert.equal(hacked, []);
  } finally {
    await close();
  }
}
