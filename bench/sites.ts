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

/** The same site for both: a feed of everything, of each section and each tag, the newest 50 in full. */
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
${pages ? '' : 'pages: false\narchives: false\nfeeds: { authors: false }\n'}`;
  write(folder, {
    'hugo-feeds.toml': hugo(false),
    'hugo-all.toml': hugo(true),
    'feedwright-feeds.yaml': feedwright(false),
    'feedwright-all.yaml': feedwright(true),
    'layouts/_default/rss.xml': rss,
    'layouts/_default/single.html': page,
    'layouts/_default/list.html': list,
  });
}
