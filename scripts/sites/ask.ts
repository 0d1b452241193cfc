import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A post as the site's own tool publishes it. */
export interface Told {
  /** Path of its file, below the top of the site. */
  file: string;
  /** Path of its address. */
  url: string;
  /** RFC 3339. */
  date: string;
  title: string;
  /** Its body, without any layout; nothing where it could not be asked. */
  html?: string;
}

/** A tool that can be asked about any site. */
export interface Asked {
  /** The program, and what it takes to tell its version. */
  program: readonly [command: string, ...args: string[]];
  /** What it publishes of the site in a folder, which may be changed. */
  ask(site: string): Told[];
  /** Builds the site in a folder with a page around each post that has what pages have. */
  build(site: string, out: string): void;
}

const page = (title: string, date: string, content: string) => `<!doctype html>
<html lang="en"><head><title>${title}</title></head><body>
<nav><a href="/">Home</a></nav>
<main><article><header><h1>${title}</h1><time>${date}</time></header>
${content}
<footer><a href="/tags/">Tags</a></footer></article>
<aside class="comments">No comments</aside></main>
</body></html>
`;

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, {
    cwd,
    stdio: 'pipe',
    env: { ...process.env, TZ: 'UTC', HUGO_ENABLEGITINFO: 'false' },
  });
}

/** One JSON text a line. */
function linesOf(file: string): Told[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** Takes settings out that need what is not here: plugins and themes. */
function withoutPlugins(site: string): void {
  const file = join(site, '_config.yml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : 'title: x\n';
  const kept: string[] = [];
  let isLeftOut = false;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line))
      isLeftOut = /^(?:plugins|gems|theme|remote_theme|plugins_dir|exclude|include):/.test(line);
    if (!isLeftOut || line.startsWith('#')) kept.push(line);
  }
  writeFileSync(file, kept.join('\n'));
  for (const name of ['_plugins', 'Gemfile', 'Gemfile.lock', '.ruby-version'])
    rmSync(join(site, name), { recursive: true, force: true });
}

const jekyll: Asked = {
  program: ['jekyll', '--version'],
  ask(site) {
    withoutPlugins(site);
    mkdirSync(join(site, '_plugins'));
    writeFileSync(
      join(site, '_plugins/ask.rb'),
      `require 'json'
ASKED = File.open(File.join(Dir.pwd, 'asked.jsonl'), 'w')
Jekyll::Hooks.register(:site, :post_read) { |site| site.pages.clear; site.posts.docs.each { |d| d.data['layout'] = nil } }
Jekyll::Hooks.register(:posts, :post_convert) { |d| ASKED.puts JSON.generate(file: d.relative_path, url: d.url, date: d.date.iso8601, title: d.data['title'].to_s, html: d.content) if d.site.publisher.publish?(d) }
`,
    );
    run('jekyll', ['build', '--quiet', '--disable-disk-cache', '--destination', join(site, '_out')], site);
    return linesOf(join(site, 'asked.jsonl'));
  },
  build(site, out) {
    withoutPlugins(site);
    mkdirSync(join(site, '_plugins'));
    mkdirSync(join(site, '_layouts'), { recursive: true });
    writeFileSync(
      join(site, '_layouts/proof.html'),
      page('{{ page.title }}', '{{ page.date }}', '{{ content }}'),
    );
    const hook = "site.pages.clear; site.posts.docs.each { |d| d.data['layout'] = 'proof' }";
    writeFileSync(
      join(site, '_plugins/page.rb'),
      `Jekyll::Hooks.register(:site, :post_read) { |site| ${hook} }\n`,
    );
    run('jekyll', ['build', '--quiet', '--disable-disk-cache', '--destination', out], site);
  },
};

/** Hugo's own shortcodes that ask nobody else; those of a theme that is not here are nothing, or what is inside of them. */
const ownShortcodes = /^(?:ref|relref|highlight|figure|youtube|details|param)$/;

function withoutTheme(site: string): void {
  for (const path of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (
      !/(?:^|[\\/])(?:config|hugo|module|params)\.(?:toml|ya?ml|json)$/.test(path) ||
      path.startsWith('content')
    )
      continue;
    const file = join(site, path);
    const text = readFileSync(file, 'utf8').replace(/^\s*theme\s*[:=].*$/gm, '');
    writeFileSync(
      file,
      text.replace(
        /^\[\[(?:module\.)?imports\]\][\s\S]*?(?=^\[(?!\[(?:module\.)?imports)|$(?![\s\S]))/gm,
        '',
      ),
    );
  }
  rmSync(join(site, 'layouts'), { recursive: true, force: true });
  const names = new Map<string, boolean>();
  for (const path of readdirSync(join(site, 'content'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|html|Rmd)$/.test(path)) continue;
    const text = readFileSync(join(site, 'content', path), 'utf8');
    for (const [, slash, name = ''] of text.matchAll(/\{\{[<%]\s*(\/?)\s*([\w][\w./-]*)/g)) {
      names.set(name, names.get(name) === true || slash === '/');
    }
  }
  for (const [name, isClosed] of names) {
    if (ownShortcodes.test(name)) continue;
    const file = join(site, 'layouts/shortcodes', `${name}.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, isClosed ? '{{ .Inner }}' : '');
  }
}

function layouts(site: string, single: string): void {
  mkdirSync(join(site, 'layouts/_default'), { recursive: true });
  writeFileSync(join(site, 'layouts/_default/single.html'), single);
  writeFileSync(join(site, 'layouts/_default/list.html'), '');
}

const hugo: Asked = {
  program: ['hugo', 'version'],
  ask(site) {
    withoutTheme(site);
    layouts(
      site,
      '{{ with .File }}{{ dict "file" .Filename "url" $.RelPermalink "date" ($.Date.Format "2006-01-02T15:04:05Z07:00") "title" $.Title "html" $.Content | jsonify | safeHTML }}{{ end }}',
    );
    const out = join(site, 'asked');
    run('hugo', ['--quiet', '--destination', out], site);
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    const texts = pages.map((path) => readFileSync(join(out, path), 'utf8').trim());
    const told = texts.filter((text) => text.startsWith('{"')).map((text): Told => JSON.parse(text));
    return told
      .filter(({ date }) => !date.startsWith('0001'))
      .map((post) => withoutShortcodes({ ...post, file: relative(site, post.file) }, site));
  },
  build(site, out) {
    withoutTheme(site);
    layouts(site, page('{{ .Title }}', '{{ .Date }}', '{{ .Content }}'));
    run('hugo', ['--quiet', '--destination', out], site);
  },
};

/** What a shortcode of a theme would have shown is not known here: such a body is not compared. */
function withoutShortcodes(post: Told, site: string): Told {
  const file = join(site, post.file);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '{{<';
  if (!/\{\{[<%]/.test(text)) return post;
  const { html: _, ...rest } = post;
  return rest;
}

/** The tools that can be asked, by the names of the dialects. */
export const askedTools: Readonly<Record<string, Asked>> = { hugo, jekyll };
