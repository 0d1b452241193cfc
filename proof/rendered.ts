import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildReport, build } from '../src/index.js';

/** A tool whose pages hold what no source tells: components, hashed pictures, highlighted code. */
export interface Builder {
  name: string;
  /** Folder of its site in proof/sites. */
  site: string;
  /** The program, and what it takes to build the site in the current folder. */
  program: readonly [command: string, ...args: string[]];
  /** The folder that it builds into. */
  output: string;
  /** Zone of the machine, where the tool takes that for the zone of the site. Default: UTC. */
  TZ?: string;
  /** Files of a theme, without which its pages have nothing around their texts. */
  theme?: Readonly<Record<string, string>>;
}

const own = (name: string) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));

const page = (title: string, content: string) =>
  `<html><body><nav>Menu</nav><main><article><h1>${title}</h1>${content}</article></main></body></html>`;

export const builders: readonly Builder[] = [
  { name: 'Astro', site: 'astro', program: [own('astro'), 'build'], output: 'dist' },
  { name: 'VitePress', site: 'vitepress', program: [own('vitepress'), 'build'], output: '.vitepress/dist' },
  { name: 'Docusaurus', site: 'docusaurus', program: [own('docusaurus'), 'build'], output: 'build' },
  {
    name: 'Eleventy',
    site: 'eleventy',
    program: [own('eleventy'), '--quiet'],
    output: '_site',
    theme: {
      'content/content.json': '{ "layout": "layout.njk" }',
      'content/_includes/layout.njk': page('{{ title }}', '{{ content | safe }}'),
    },
  },
  {
    name: 'Hexo',
    site: 'hexo',
    program: [own('hexo'), 'generate', '--silent'],
    output: 'public',
    TZ: 'Asia/Shanghai',
    theme: { 'themes/landscape/layout/post.njk': page('{{ page.title }}', '{{ page.content }}') },
  },
];

/** What feedwright publishes with the texts of the pages that a tool built. */
export interface RenderedSite {
  report: BuildReport;
  /** Bodies by the titles of the articles. */
  bodies: ReadonlyMap<string, string>;
}

/** Builds the site of a tool with it, and its feeds with the texts of those pages. */
export async function buildRendered({
  site,
  program,
  output,
  theme = {},
  TZ = 'UTC',
}: Builder): Promise<RenderedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-rendered-'));
  try {
    const cwd = join(folder, 'site');
    cpSync(fileURLToPath(new URL(`sites/${site}`, import.meta.url)), cwd, { recursive: true });
    symlinkSync(fileURLToPath(new URL('node_modules', import.meta.url)), join(cwd, 'node_modules'));
    for (const [path, text] of Object.entries(theme)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const [command, ...args] = program;
    const env = { ...process.env, CI: '1', TZ, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    execFileSync(command, args, { cwd, stdio: 'pipe', env });
    const url = 'https://notes.example.org';
    const report = await build({ cwd, url, rendered: output, out: join(folder, 'feeds'), cache: false });
    const feed = JSON.parse(readFileSync(join(folder, 'feeds/feed.json'), 'utf8'));
    const items: { title: string; content_html?: string }[] = feed.items;
    return { report, bodies: new Map(items.map((item) => [item.title, item.content_html ?? ''])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
