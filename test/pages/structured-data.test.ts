/**
 * What pages tell programs (microformats2: h-entry and h-feed; JSON-LD of schema.org) is what feeds tell them, field by
 * field: over the sample, and an article that has everything.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mf2 } from 'microformats-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as z from 'zod';
import { fullArticle, fullSettings, plainArticle } from '../support/full-article.js';
import { buildFiles } from '../support/site-folder.js';

const test = suite('pages and feeds agree');

const person = z.object({ name: z.string(), url: z.string().optional(), avatar: z.string().optional() });
const item = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string().optional(),
  summary: z.string().optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  date_published: z.string(),
  date_modified: z.string().optional(),
  image: z.string().optional(),
  tags: z.array(z.string()).default([]),
  authors: z.array(person).default([]),
  language: z.string().optional(),
  external_url: z.string().optional(),
  attachments: z.array(z.object({ url: z.string(), mime_type: z.string() })).default([]),
});
const feed = z.object({
  title: z.string(),
  home_page_url: z.string(),
  language: z.string(),
  items: z.array(item),
});

type Item = z.output<typeof item>;

/** A published site, and where it will be. */
interface Place {
  folder: string;
  url: string;
}

const read = ({ folder }: Place, path: string) => readFileSync(join(folder, path), 'utf8');
const feedAt = (place: Place, path: string) => feed.parse(JSON.parse(read(place, path)));

function pageOf(place: Place, { url }: Item): string {
  return read(place, `${decodeURI(url.slice(place.url.length))}index.html`);
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;|&#38;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#39;/g, "'")
    .replace(/"/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The one h-entry of a page, its values as texts. */
function entryOf(page: string, baseUrl: string) {
  const [entry] = mf2(page, { baseUrl }).items;
  assert.equal(entry?.type, ['h-entry']);
  const values = (name: string) =>
    (entry?.properties[name] ?? []).map((value) => {
      if (typeof value === 'string') return value;
      return 'html' in value ? String(value.html) : String('value' in value ? value.value : '');
    });
  const people = (entry?.properties.author ?? []).map((value) =>
    typeof value === 'object' && 'properties' in value ? value.properties : {},
  );
  return { values, people };
}

function compareEntry(page: string, expected: Item): void {
  const { values, people } = entryOf(page, expected.url);
  const { url, id, title, summary, tags, authors, image, attachments } = expected;
  assert.equal(values('url'), [url]);
  assert.equal(values('uid'), id === url ? [] : [id]);
  assert.equal(values('name'), title === undefined ? [] : [title]);
  assert.equal(values('published'), [expected.date_published]);
  assert.equal(values('updated'), expected.date_modified ? [expected.date_modified] : []);
  assert.equal(values('category'), tags);
  assert.equal(values('summary'), summary ? [summary] : []);
  assert.equal(values('photo'), image ? [image] : []);
  assert.equal(values('bookmark-of'), expected.external_url ? [expected.external_url] : []);
  assert.equal(
    people.map(({ name }) => name?.[0]),
    authors.map(({ name }) => name),
  );
  for (const [index, { url: page_, avatar }] of authors.entries()) {
    if (page_) assert.ok(people[index]?.url?.includes(page_), `${url}: ${page_}`);
    if (avatar) assert.equal(people[index]?.photo, [avatar]);
  }
  const files = [...values('audio'), ...values('video'), ...values('enclosure')];
  assert.equal(
    files,
    attachments.map((each) => each.url),
  );
  // The item has the picture before its text, and links in its players: its words are those of the page.
  const [content = ''] = values('content');
  if (expected.content_html && attachments.length === 0)
    assert.is(textOf(content), textOf(expected.content_html), url);
}

/** What JSON-LD says, as far as feeds say it too. */
const linkedData = z.object({
  '@type': z.enum(['NewsArticle', 'PodcastEpisode']),
  headline: z.string().optional(),
  name: z.string().optional(),
  url: z.string(),
  inLanguage: z.string(),
  datePublished: z.string(),
  dateModified: z.string().optional(),
  author: z
    .array(z.object({ name: z.string(), url: z.string().optional(), image: z.string().optional() }))
    .default([]),
  image: z.array(z.string()).default([]),
  articleSection: z.array(z.string()).default([]),
  keywords: z.array(z.string()).default([]),
  audio: z.object({ contentUrl: z.string() }).optional(),
  video: z.object({ contentUrl: z.string() }).optional(),
  associatedMedia: z.object({ contentUrl: z.string() }).optional(),
});

function compareLinkedData(page: string, expected: Item, siteLanguage: string): void {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  const data = linkedData.parse(JSON.parse(json));
  const { url, title, date_published, date_modified, authors, image } = expected;
  const written = data['@type'] === 'NewsArticle' ? data.headline : data.name;
  if (title !== undefined) assert.is(written, title, url);
  assert.is(data.url, url);
  assert.equal([data.datePublished, data.dateModified], [date_published, date_modified]);
  assert.is(data.inLanguage, expected.language ?? siteLanguage);
  assert.equal(
    data.author,
    authors.map(({ name, url: page_, avatar }) => ({
      name,
      ...(page_ ? { url: page_ } : {}),
      ...(avatar ? { image: avatar } : {}),
    })),
  );
  assert.equal(data.image, image ? [image] : []);
  const sections = data['@type'] === 'NewsArticle' ? data.articleSection : expected.tags.slice(0, 1);
  assert.equal([...new Set([...sections, ...data.keywords])], expected.tags);
  const recording = data.audio ?? data.video ?? data.associatedMedia;
  const played = expected.attachments.find(({ mime_type }) => /^(?:audio|video)\//.test(mime_type));
  assert.is(recording?.contentUrl, played?.url);
}

function compareSite(place: Place, path = 'feed.json'): number {
  const { items, language } = feedAt(place, path);
  for (const each of items) {
    const page = pageOf(place, each);
    compareEntry(page, each);
    compareLinkedData(page, each, language);
  }
  return items.length;
}

const sample: Place = {
  folder: fileURLToPath(new URL('../../dist', import.meta.url)),
  url: 'https://priozerye.example/',
};

test('articles of the sample', () => {
  assert.is(compareSite(sample), 12);
  assert.is(compareSite(sample, 'ru/feed.json'), 4);
});

test('an article that has everything', async () => {
  const report = await buildFiles({ 'a.md': fullArticle, 'b.md': plainArticle }, fullSettings);
  compareSite({ folder: report.site.out, url: 'https://example.org/' });
});

test('lists of the sample: the same entries in the same order, under the name and the address of the feed', () => {
  for (const folder of ['', 'ru/', 'sections/health/', 'tags/medicine/', 'authors/pavel-kern/', 'radio/']) {
    const { title, home_page_url, items } = feedAt(sample, `${folder}feed.json`);
    const page = read(sample, `${folder}index.html`);
    const [list] = mf2(page, { baseUrl: sample.url + folder }).items;
    assert.equal(
      [list?.type, list?.properties.name, list?.properties.url],
      [['h-feed'], [title], [home_page_url]],
    );
    const entries = (list?.children ?? []).map(({ properties }) => [
      ...[properties.url, properties.published].flat(),
      (properties.summary ?? []).join(),
    ]);
    assert.equal(
      entries,
      items.map((each) => [each.url, each.date_published, each.summary ?? each.content_text ?? '']),
      folder,
    );
  }
});

test.run();
