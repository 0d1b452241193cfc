import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const rss = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}{{ range first 50 $pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><description>{{ .Description | html }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>
{{ end }}</channel></rss>
`;

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
`;
const list = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1><ul>{{ range first 50 .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main></body></html>
`;

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const eleventy = `const date = (value) => new Date(value).toUTCString();
export default function (config) {
  config.addPreprocessor('drafts', 'md', (data) => (data.draft ? false : undefined));
  config.addGlobalData('layout', 'page.njk');
  config.addFilter('rssDate', date);
  config.addFilter('escapeXml', (text) => String(text).replace(/[&<>]/g, (c) => '&#' + c.charCodeAt(0) + ';'));
  const newest = (api) => api.getFilteredByGlob('content/**/*.md').sort((a, b) => b.date - a.date);
  config.addCollection('lists', (api) => {
    const all = newest(api);
    const lists = new Map([['', all]]);
    for (const item of all) {
      const names = [...item.data.categories.map((n) => 'categories/' + n), ...item.data.tags.map((n) => 'tags/' + n)];
      for (const name of names) lists.set(name + '/', [...(lists.get(name + '/') ?? []), item]);
    }
    return [...lists].map(([path, items]) => ({ path, items: items.slice(0, 50) }));
  });
  const pagination = { data: 'collections.lists', size: 1, alias: 'list' };
  const rss = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench</title><link>https://example.org/</link><description>Bench</description>{% for post in list.items %}<item><title>{{ post.data.title | escapeXml | safe }}</title><link>https://example.org{{ post.url }}</link><guid>https://example.org{{ post.url }}</guid><pubDate>{{ post.date | rssDate }}</pubDate><description>{{ post.data.description | escapeXml | safe }}</description><content:encoded>{{ post.templateContent | escapeXml | safe }}</content:encoded></item>{% endfor %}</channel></rss>';
  config.addTemplate('rss.njk', rss, { pagination, layout: null, eleventyExcludeFromCollections: true, permalink: '/{{ list.path }}rss.xml' });
  const page = '<h1>{{ list.path }}</h1><ul>{% for post in list.items %}<li><a href="{{ post.url }}">{{ post.data.title }}</a></li>{% endfor %}</ul>';
  config.addTemplate('list.njk', page, { pagination, eleventyExcludeFromCollections: true, permalink: '/{{ list.path }}index.html' });
  return { dir: { input: 'content', includes: '../includes' } };
}
`;
const eleventyPage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main>{{ content | safe }}</main></body></html>
`;

/** Pages, and the feed of everything; feeds of sections and tags would need a plugin. */
const jekyll = `url: https://example.org
include: [content]
exclude: [layouts, includes, "out-*", "*.toml", "*.yaml", "*.js", public, resources, dist]
defaults:
  - scope: { path: content }
    values: { layout: page }
`;
const jekyllPage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ page.title }}</title></head><body><main><h1>{{ page.title }}</h1>{{ content }}</main></body></html>
`;
const jekyllFeed = `---
---
<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench</title><link>https://example.org/</link><description>Bench</description>
{% assign posts = site.pages | where_exp: "p", "p.author" | where_exp: "p", "p.draft != true" | sort: "date" | reverse %}
{% for post in posts limit: 50 %}<item><title>{{ post.title | xml_escape }}</title><link>{{ post.url | absolute_url }}</link><pubDate>{{ post.date | date_to_rfc822 }}</pubDate><description>{{ post.description | xml_escape }}</description><content:encoded>{{ post.content | markdownify | xml_escape }}</content:encoded></item>
{% endfor %}</channel></rss>
`;

/** The same site for all: a feed of everything, of each section and each tag, the newest 50 in full. */
export function makeSites(folder: string): void {
  const hugo = (pages: boolean) => `baseURL = "https://example.org/"
title = "Bench"
disableKinds = ["404"${pages ? '' : ', "sitemap", "section"'}]
[taxonomies]
category = "categories"
tag = "tags"
[outputs]
home = ["rss"${pages ? ', "html"' : ''}]
section = ["rss"${pages ? ', "html"' : ''}]
taxonomy = ["html"]
term = ["rss"${pages ? ', "html"' : ''}]
${pages ? '' : '[[cascade]]\n[cascade._build]\nrender = "link"\n[cascade._target]\nkind = "page"\n'}`;
  const feedwright = (pages: boolean) => `preset: plain
articles: content
url: https://example.org/
title: Bench
permalink: /:year/:month/:slug/
${pages ? '' : 'pages: false\narchives: false\nfeeds: { authors: false, tags: { limit: 50, content: full } }\n'}`;
  write(folder, {
    'hugo-feeds.toml': hugo(false),
    'hugo-everything.toml': hugo(true),
    'feedwright-feeds.yaml': feedwright(false),
    'feedwright-everything.yaml': feedwright(true),
    'layouts/_default/rss.xml': rss,
    'layouts/_default/single.html': page,
    'layouts/_default/list.html': list,
    'eleventy.config.js': eleventy,
    'package.json': '{"type":"module"}\n',
    'includes/page.njk': eleventyPage,
    'jekyll.yml': jekyll,
    '_layouts/page.html': jekyllPage,
    'rss.xml': jekyllFeed,
  });
}
