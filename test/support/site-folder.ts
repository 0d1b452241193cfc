import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildReport, type BuildRequest, build } from '../../src/index.js';

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder with these files, gone when the tests end. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-test-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Puts files into the folder of articles. */
export function articlesFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  return folderWith({
    'articles/README.md': 'The articles of a test.',
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`articles/${path}`, content])),
  });
}

/** The moment at which tests build, so that nothing in them ages. */
export const now = new Date('2026-11-23T12:00:00Z');

const kind = { minArticles: 1, limit: 50, content: 'full', archives: true } as const;

/** Settings of a site with feeds, whole and with archives, of every section, tag and author. */
export const everyFeed = { sections: kind, tags: kind, authors: kind };

/** Builds a site from these articles; published into `dist` in the same folder. */
export function buildFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: BuildRequest = {},
): Promise<BuildReport> {
  return build({
    cwd: articlesFolder(files),
    url: 'https://example.org',
    title: 'Example',
    now,
    ...settings,
  });
}

/** An article in Markdown with YAML front matter. */
export function article(fields: Readonly<Record<string, unknown>>, body = 'Text.\n'): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}
