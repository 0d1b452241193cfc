/** A feed of episodes, whole, as a person reads it; what the settings and the articles decide of it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { podcastCategory } from '../../../src/feeds/podcasts/apple-categories.js';
import { podcastGuid } from '../../../src/feeds/podcasts/podcast-guid.js';
import { type BuildRequest, build, UsageError } from '../../../src/index.js';
import { itemsOf, published } from '../../support/published.js';
import { article, articlesFolder, buildFiles, now } from '../../support/site-folder.js';
import { all, one, parseXml, type XmlElement } from '../../support/xml.js';

const test = suite('podcasts');

const recording = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../articles/${name}`, import.meta.url)));
const mp3 = recording('week-of-the-forum.mp3');
const m4a = recording('week-of-the-forum.m4a');
const vtt = recording('week-of-the-forum.vtt');
const artwork = recording('podcast-artwork.jpg');

const whole = {
  section: 'Radio',
  category: 'News > Politics',
  explicit: false,
  artwork: 'https://example.org/art.jpg',
  owner: 'Ann Lee <ann@example.org>',
} as const;

/** An episode of three files, and an article of the same section without any. */
const files = {
  'a.md': article({ title: 'First & foremost', date: '2026-01-02', section: 'Radio', author: 'Ann Lee' }),
  ...{ 'a.mp3': mp3, 'a.m4a': m4a, 'a.vtt': vtt, 'a.ru.srt': '1\n00:00:00,000 --> 00:00:01,000\nДа.\n' },
  'b.md': article({ title: 'Without', date: '2026-01-03', section: 'Radio' }),
};

const podcast = (settings: BuildRequest['podcast'] = whole, more: typeof files | object = files) =>
  buildFiles({ ...files, ...more }, { podcast: settings, verify: true });

function channelOf(xml: string): XmlElement {
  return one(parseXml(xml), 'channel');
}

test('an episode in RSS has what its files say, and nothing was typed', async () => {
  const report = await podcast();
  assert.equal(report.diagnostics, []);
  const [item, ...others] = all(channelOf(published(report, 'podcast/rss.xml')), 'item');
  if (!item) throw new Error('no item');
  assert.is(others.length, 0, 'an article without a recording is no episode');
  const url = (name: string) => `https://example.org/a/${name}`;
  assert.equal(one(item, 'enclosure').attributes, {
    ...{ url: url('a.mp3'), type: 'audio/mpeg', length: String(mp3.length) },
  });
  const texts = ['title', 'duration', 'episodeType', 'episode'].map(
    (name) => one(item, `itunes:${name}`).text,
  );
  assert.equal(texts, ['First & foremost', '27', 'full', '2']);
  assert.equal(
    all(item, 'podcast:transcript').map(({ attributes }) => attributes),
    [
      { url: url('a.ru.srt'), type: 'application/x-subrip', language: 'ru', rel: 'captions' },
      { url: url('a.vtt'), type: 'text/vtt', language: 'en', rel: 'captions' },
    ],
  );
  assert.equal(one(item, 'podcast:chapters').attributes, {
    ...{ url: url('chapters.json'), type: 'application/json+chapters' },
  });
  const alternates = all(item, 'podcast:alternateEnclosure');
  assert.equal(
    alternates.map((each) => [
      each.attributes.type,
      each.attributes.default,
      one(each, 'podcast:source').attributes.uri,
    ]),
    [
      ['audio/mpeg', 'true', url('a.mp3')],
      ['audio/mp4', undefined, url('a.m4a')],
    ],
  );
  assert.equal(
    all(item, 'podcast:person').map(({ text, attributes }) => [text, attributes.role]),
    [['Ann Lee', 'host']],
  );
  for (const name of ['a.mp3', 'a.m4a', 'a.vtt', 'a.ru.srt'])
    assert.ok(existsSync(join(report.site.out, 'a', name)), name);
});

test('the chapters are a document of their own', async () => {
  const report = await podcast();
  const { version, chapters } = JSON.parse(published(report, 'a/chapters.json'));
  assert.is(version, '1.2.0');
  assert.equal(
    chapters.map(({ startTime, title }: { startTime: number; title: string }) => [
      Math.floor(startTime),
      title,
    ]),
    [
      [0, 'Welcome'],
      [4, 'The forum'],
      [11, 'Heat pumps'],
      [18, 'The budget'],
    ],
  );
});

test('JSON Feed and Atom have every file, with its length and duration', async () => {
  const report = await podcast();
  const [item] = itemsOf(report, 'podcast/feed.json');
  assert.equal(item?.attachments, [
    {
      ...{ url: 'https://example.org/a/a.mp3', mime_type: 'audio/mpeg' },
      ...{ title: 'First & foremost', size_in_bytes: mp3.length, duration_in_seconds: 26.645 },
    },
    {
      ...{ url: 'https://example.org/a/a.m4a', mime_type: 'audio/mp4' },
      ...{ title: 'First & foremost', size_in_bytes: m4a.length, duration_in_seconds: 26.593 },
    },
  ]);
  const [entry] = all(parseXml(published(report, 'podcast/atom.xml')), 'atom:entry');
  const links = entry
    ? all(entry, 'atom:link').filter(({ attributes }) => attributes.rel === 'enclosure')
    : [];
  assert.equal(
    links.map(({ attributes: { type, length } }) => [type, Number(length)]),
    [
      ['audio/mpeg', mp3.length],
      ['audio/mp4', m4a.length],
    ],
  );
});

test('the channel has what directories ask for', async () => {
  const report = await podcast({
    ...whole,
    ...{ slug: 'radio', title: 'Radio & more', description: 'All of it', type: 'serial', complete: true },
    category: ['News > Politics', 'government'],
    funding: { url: 'https://example.org/give', text: 'Give' },
    license: { name: 'Ours', url: 'https://example.org/licence' },
    txt: [{ purpose: 'verify', value: 'abc' }, { value: 'plain' }],
  });
  const channel = channelOf(published(report, 'radio/rss.xml'));
  const text = (name: string) => one(channel, name).text;
  assert.equal(
    ['title', 'description', 'itunes:author', 'itunes:explicit', 'itunes:type', 'itunes:complete'].map(text),
    ['Radio & more', 'All of it', 'Example', 'false', 'serial', 'Yes'],
  );
  assert.is(one(channel, 'itunes:image').attributes.href, 'https://example.org/art.jpg');
  const categories = all(channel, 'itunes:category').map((each) => [
    each.attributes.text,
    all(each, 'itunes:category').map(({ attributes }) => attributes.text),
  ]);
  assert.equal(categories, [
    ['News', ['Politics']],
    ['Government', []],
  ]);
  const owner = one(channel, 'itunes:owner');
  assert.equal(
    ['itunes:name', 'itunes:email'].map((name) => one(owner, name).text),
    ['Ann Lee', 'ann@example.org'],
  );
  assert.is(text('podcast:guid'), podcastGuid('https://example.org/radio/rss.xml'));
  const elements = ['locked', 'medium', 'license', 'funding'].map((name) => one(channel, `podcast:${name}`));
  assert.equal(
    elements.map(({ text: inner, attributes }) => [inner, attributes]),
    [
      ['yes', { owner: 'ann@example.org' }],
      ['podcast', {}],
      ['Ours', { url: 'https://example.org/licence' }],
      ['Give', { url: 'https://example.org/give' }],
    ],
  );
  assert.equal(
    all(channel, 'podcast:txt').map(({ text: inner, attributes }) => [attributes.purpose, inner]),
    [
      ['verify', 'abc'],
      [undefined, 'plain'],
    ],
  );
});

test('an owner may be an address alone, and a licence a name', async () => {
  const report = await podcast({ ...whole, owner: 'ann@example.org', license: 'cc-by-4.0' });
  const channel = channelOf(published(report, 'podcast/rss.xml'));
  const owner = one(channel, 'itunes:owner');
  assert.equal(
    ['itunes:name', 'itunes:email'].map((name) => one(owner, name).text),
    ['ann@example.org', 'ann@example.org'],
  );
  const licence = one(channel, 'podcast:license');
  assert.equal([licence.text, licence.attributes], ['cc-by-4.0', {}]);
});

test('the fields of an article go before the tags of its recording', async () => {
  const fields = {
    ...{ title: 'Trailer', date: '2026-01-02', section: 'Radio', episode: 7, season: 3, explicit: true },
    ...{ seasonName: 'Spring', episodeName: 'Ch. 7', episodeType: 'trailer', guests: ['Bob Ray'] },
    soundbites: [{ start: 1.5, duration: 4, title: 'Best' }],
  };
  const report = await podcast(whole, { 'a.md': article(fields) });
  const channel = channelOf(published(report, 'podcast/rss.xml'));
  const item = one(channel, 'item');
  const texts = ['episode', 'season', 'episodeType', 'explicit'].map(
    (name) => one(item, `itunes:${name}`).text,
  );
  assert.equal(texts, ['7', '3', 'trailer', 'true']);
  const named = ['season', 'episode', 'soundbite'].map((name) => one(item, `podcast:${name}`));
  assert.equal(
    named.map(({ text, attributes }) => [text, attributes]),
    [
      ['3', { name: 'Spring' }],
      ['7', { display: 'Ch. 7' }],
      ['Best', { startTime: '1.5', duration: '4' }],
    ],
  );
  assert.equal(
    all(item, 'podcast:person').map(({ text, attributes }) => [text, attributes.role]),
    [['Bob Ray', 'guest']],
  );
  const { text, attributes } = one(channel, 'podcast:trailer');
  assert.equal(
    [text, attributes.url, attributes.season, attributes.pubdate],
    ['Trailer', 'https://example.org/a/a.mp3', '3', 'Fri, 02 Jan 2026 00:00:00 GMT'],
  );
  const entry = one(parseXml(published(report, 'podcast/atom.xml')), 'atom:entry');
  assert.is(one(one(entry, 'atom:contributor'), 'atom:name').text, 'Bob Ray');
});

test('an episode without a title has that of its recording', async () => {
  const report = await podcast(whole, { 'a.md': article({ date: '2026-01-02', section: 'Radio' }) });
  const [item] = itemsOf(report, 'podcast/feed.json');
  assert.is(item?.title, 'The week, read aloud: a forum, heat pumps, the budget');
});

test('a recording in a bundle that the text shows itself is not taken for an enclosure, and a link to it is', async () => {
  const enclosuresOf = async (text: string) => {
    const report = await buildFiles({
      'a/index.md': article({ title: 'A', date: '2026-01-02' }, text),
      ...{ 'a/film.mp3': mp3, 'a/index.m4a': m4a },
    });
    return report.articles[0]?.enclosures.map(({ url }) => url);
  };
  const [film, own] = ['https://example.org/a/film.mp3', 'https://example.org/a/index.m4a'];
  assert.equal(await enclosuresOf('<video src="film.mp3"></video> and <video src="index.m4a"></video>\n'), [
    own,
  ]);
  assert.equal(await enclosuresOf('![x](./film.mp3)\n'), [own]);
  assert.equal(await enclosuresOf('[Download](film.mp3) ![x](other-film.mp3)\n'), [film, own]);
});

test('an article that is called like its recording has it, whatever its text shows', async () => {
  const text = '<audio controls src="a.mp3"></audio> [Download](a.mp3)\n';
  const report = await podcast(whole, { 'a.md': article({ title: 'A', date: '2026-01-02' }, text) });
  assert.is(report.articles.find(({ title }) => title === 'A')?.enclosures.length, 2);
});

test('recordings of other names or lengths are other recordings', async () => {
  const short = recording('week-in-five-minutes.mp3');
  const fields = { title: 'A', date: '2026-01-02', enclosures: ['a.mp3', 'a-small.mp3', 'b.mp3', 'a.m4a'] };
  const report = await buildFiles({
    'a.md': article(fields),
    ...{ 'a.mp3': mp3, 'a-small.mp3': mp3, 'b.mp3': mp3, 'a.m4a': short },
  });
  assert.equal(
    report.articles[0]?.enclosures.map(({ isAlternate = false }) => isAlternate),
    [false, true, false, true],
  );
});

test('a recording that no article has is told, where there is a podcast', async () => {
  const report = await podcast(whole, {
    'tyop.mp3': mp3,
    'named.mp3': mp3,
    'c.md': article({ title: 'C', date: '2026-01-01', enclosure: 'named.mp3' }),
  });
  assert.equal(
    report.diagnostics.map(({ code, file }) => [code, file]),
    [['FW097', 'tyop.mp3']],
  );
});

test('a transcript that is not there is told, and named nowhere', async () => {
  const fields = { title: 'A', date: '2026-01-02', section: 'Radio', transcript: ['none.vtt', './a.ru.srt'] };
  const report = await podcast(whole, { 'a.md': article(fields) });
  assert.equal(
    report.diagnostics.map(({ code, line }) => [code, line]),
    [['FW096', 5]],
  );
  const item = one(channelOf(published(report, 'podcast/rss.xml')), 'item');
  assert.equal(
    all(item, 'podcast:transcript').map(({ attributes }) => [attributes.url, attributes.language]),
    [
      ['https://example.org/a/a.ru.srt', 'ru'],
      ['https://example.org/a/a.vtt', 'en'],
    ],
  );
});

test('what cannot be published does not take recordings from the others', async () => {
  const two = article({ title: 'B', date: '2026-01-02', slug: 'same' });
  const report = await podcast(whole, { 'x.md': two, 'y.md': two });
  const skipped = await buildFiles(
    { ...files, 'x.md': two, 'y.md': two },
    { podcast: whole, skipInvalid: true },
  );
  assert.not.ok(report.ok);
  assert.ok(skipped.ok);
  const [item] = itemsOf(skipped, 'podcast/feed.json');
  assert.is(Array.isArray(item?.attachments) && item.attachments.length, 2);
  assert.ok(existsSync(join(skipped.site.out, 'a/a.mp3')));
});

test('chapters are where the feed says, whatever letters the address has', async () => {
  const fields = { title: 'A', date: '2026-01-02', section: 'Radio', permalink: '/выпуск 1/' };
  const report = await podcast(whole, { 'a.md': article(fields) });
  assert.match(published(report, 'выпуск 1/chapters.json'), 'Heat pumps');
  assert.match(
    published(report, 'podcast/rss.xml'),
    'https://example.org/%D0%B2%D1%8B%D0%BF%D1%83%D1%81%D0%BA%201/chapters.json',
  );
});

test('a podcast that has another folder now keeps its id, and leads there from the former one', async () => {
  const cwd = articlesFolder(files);
  writeFileSync(join(cwd, 'feedwright.lock'), '');
  const request = { cwd, title: 'Example', now, url: 'https://example.org' };
  const guidIn = (xml: string) => one(channelOf(xml), 'podcast:guid').text;
  const first = guidIn(published(await build({ ...request, podcast: whole }), 'podcast/rss.xml'));
  const moved = await build({ ...request, podcast: { ...whole, slug: 'radio', formerly: ['podcast'] } });
  for (const path of ['radio/rss.xml', 'podcast/rss.xml']) {
    assert.is(guidIn(published(moved, path)), first, path);
    assert.match(published(moved, path), '<itunes:new-feed-url>https://example.org/radio/rss.xml<');
  }
});

test('the page of a podcast lists every episode once', async () => {
  const enclosure = { url: 'https://example.org/x.mp3', length: 9 };
  const many = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [
      `${index}.md`,
      article({ title: `Episode ${index}.`, date: '2026-01-01', section: 'Radio', enclosure }),
    ]),
  );
  const page = published(await buildFiles(many, { podcast: whole }), 'podcast/index.html');
  for (let index = 0; index < 120; index += 1)
    assert.is(page.split(`>Episode ${index}.<`).length, 2, String(index));
});

test('section, tag, collection and language choose the episodes', async () => {
  const episode = (name: string, fields: object) => ({
    [`${name}.md`]: article({ title: name, date: '2026-01-02', ...fields }),
    [`${name}.mp3`]: mp3,
  });
  const all = {
    ...episode('one', { section: 'Radio' }),
    ...episode('two', { tags: ['Radio talk'] }),
    ...episode('three', { language: 'ru', section: 'Radio' }),
  };
  const titles = async (choice: object) => {
    const podcasts = [{ ...whole, section: undefined, ...choice }];
    const feeds = { collections: [{ slug: 'talks', title: 'Talks', where: { tags: ['Radio talk'] } }] };
    const report = await buildFiles(all, { podcast: podcasts, feeds });
    return report.feeds.find(({ kind }) => kind === 'podcast')?.articles.map(({ title }) => title);
  };
  assert.equal(await titles({}), ['one', 'three', 'two']);
  assert.equal(await titles({ section: 'radio' }), ['one', 'three']);
  assert.equal(await titles({ section: 'radio', language: 'en' }), ['one']);
  assert.equal(await titles({ tag: 'radio-talk' }), ['two']);
  assert.equal(await titles({ collection: 'talks' }), ['two']);
});

test('every episode is in the one document, however large', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 70 }, (_, index) => [
      `p/${index}.md`,
      article(
        { title: `P${index}`, date: '2026-01-01', section: 'Radio', enclosure: 'https://example.org/x.mp3' },
        'word '.repeat(2000),
      ).replace('"https://example.org/x.mp3"', '{ url: "https://example.org/x.mp3", length: 9 }'),
    ]),
  );
  const report = await buildFiles(many, { podcast: whole, maxBytes: 10_000, limit: 5 });
  const channel = channelOf(published(report, 'podcast/rss.xml'));
  assert.is(all(channel, 'item').length, 70);
  assert.not.ok(existsSync(join(report.site.out, 'podcast/older')));
});

test('the id stays when the site moves, by feedwright.lock', async () => {
  const cwd = articlesFolder(files);
  writeFileSync(join(cwd, 'feedwright.lock'), '');
  const request = { cwd, title: 'Example', now, podcast: whole } as const;
  const guidOf = async (url: string) => {
    const report = await build({ ...request, url, cache: false });
    return one(channelOf(published(report, 'podcast/rss.xml')), 'podcast:guid').text;
  };
  const first = await guidOf('https://example.org');
  assert.is(await guidOf('https://news.example.com/'), first);
  rmSync(join(cwd, 'feedwright.lock'));
  assert.is.not(await guidOf('https://news.example.com/'), first);
});

test('an id from elsewhere is kept', async () => {
  const guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810';
  const report = await podcast({ ...whole, guid });
  assert.is(one(channelOf(published(report, 'podcast/rss.xml')), 'podcast:guid').text, guid);
});

test('a podcast that moved tells apps where it is', async () => {
  const report = await buildFiles(files, {
    podcast: whole,
    formerFeeds: [{ from: '/itunes.xml', feed: 'podcast' }],
  });
  for (const path of ['itunes.xml', 'podcast/rss.xml']) {
    const channel = channelOf(published(report, path));
    assert.is(one(channel, 'itunes:new-feed-url').text, 'https://example.org/podcast/rss.xml', path);
  }
});

test('artwork that is a file is published beside the feed', async () => {
  const cwd = articlesFolder(files);
  writeFileSync(join(cwd, 'Art.JPG'), artwork);
  const request = { cwd, title: 'Example', now, url: 'https://example.org' };
  const report = await build({ ...request, podcast: { ...whole, artwork: 'Art.JPG' } });
  assert.equal(report.diagnostics, []);
  assert.equal(readFileSync(join(report.site.out, 'podcast/artwork.jpg')), artwork);
  const channel = channelOf(published(report, 'podcast/rss.xml'));
  assert.is(one(channel, 'itunes:image').attributes.href, 'https://example.org/podcast/artwork.jpg');
});

for (const [what, settings, message] of [
  ['a file that is not there', { artwork: 'none.jpg' }, /none\.jpg does not exist/],
  ['a file that is no picture', { artwork: 'articles/b.md' }, /neither a JPEG nor a PNG/],
  ['a folder', { artwork: 'articles' }, /articles is not a file/],
  ['a file elsewhere', { artwork: '/etc/hostname' }, /outside of the folder/],
  ['an unknown category', { category: 'Newz' }, /Apple's categories/],
  ['an unknown collection', { collection: 'none' }, /no collection "none"/],
  ['the folder of a collection', { slug: 'talks' }, /folder "talks"/],
  ['a folder of the site itself', { slug: 'archive' }, /archive/],
  ['a language that is none', { language: '?' }, /language tag/],
] as const) {
  test(`${what} is a mistake in the settings`, async () => {
    const feeds = { collections: [{ slug: 'talks', title: 'Talks', where: {} }] };
    const failed = await buildFiles(files, { podcast: { ...whole, ...settings }, feeds }).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.instance(failed, UsageError);
    assert.match(
      failed instanceof UsageError ? failed.problems.map((each) => each.message).join() : '',
      message,
    );
  });
}

test('what directories would object to is told, and the feed is published', async () => {
  const report = await buildFiles(
    {
      ...files,
      'c.md': article({
        ...{ title: 'C', date: '2026-01-01', section: 'Radio' },
        enclosure: { url: 'http://example.org/c.ogg', length: 5 },
      }),
      ...{ 'd.md': article({ title: 'D', date: '2026-01-01', section: 'Radio' }), 'd.mp3': 'no sound' },
    },
    { podcast: { section: 'Radio' }, strict: false },
  );
  assert.ok(report.ok);
  assert.equal(
    report.diagnostics.map(({ code, file }) => [code, file]),
    [
      ['FW093', 'c.md'],
      ['FW095', 'c.md'],
      ['FW090', 'd.md'],
      ['FW092', 'settings'],
    ],
  );
  const missing = report.diagnostics.find(({ code }) => code === 'FW092')?.message ?? '';
  for (const word of ['artwork', 'category', 'explicit', 'owner']) assert.match(missing, `\`${word}\``);
});

test('artwork of the wrong size is told', async () => {
  const cwd = articlesFolder(files);
  writeFileSync(join(cwd, 'small.jpg'), recording('ferry.jpg'));
  const request = { cwd, title: 'Example', now, url: 'https://example.org', write: false };
  const report = await build({ ...request, podcast: { ...whole, artwork: 'small.jpg' } });
  assert.equal(
    report.diagnostics.map(({ code, message }) => [code, message]),
    [['FW091', 'The artwork of the podcast "Example" is 1200 × 630 pixels large.']],
  );
});

test('a podcast without episodes is told', async () => {
  for (const choice of [{ section: 'Raido' }, { language: 'RU' }]) {
    const report = await podcast({ ...whole, ...choice });
    assert.equal(
      report.diagnostics.map(({ code, message }) => [code, message]),
      [['FW092', 'The podcast "Example" has no episodes.']],
    );
  }
});

test('more than 300 episodes are told', async () => {
  const enclosure = { url: 'https://example.org/x.mp3', length: 9 };
  const many = Object.fromEntries(
    Array.from({ length: 301 }, (_, index) => [
      `${index}.md`,
      article({ title: `P${index}`, date: '2026-01-01', section: 'Radio', enclosure }),
    ]),
  );
  const codes = async (count: number) => {
    const some = Object.fromEntries(Object.entries(many).slice(0, count));
    return (await buildFiles(some, { podcast: whole })).diagnostics.map(({ code }) => code);
  };
  assert.equal([await codes(300), await codes(301)], [[], ['FW094']]);
});

test('sites without recordings have neither namespace', async () => {
  const report = await buildFiles({ 'b.md': files['b.md'] });
  assert.not.match(published(report, 'rss.xml'), /itunes|podcast/);
});

test('the second build remembers what recordings say, and sees that one changed', async () => {
  const cwd = articlesFolder(files);
  const request = { cwd, title: 'Example', now, url: 'https://example.org', podcast: whole };
  const first = published(await build(request), 'podcast/rss.xml');
  assert.is(published(await build(request), 'podcast/rss.xml'), first);
  writeFileSync(join(cwd, 'articles/a.mp3'), recording('week-in-five-minutes.mp3'));
  const changed = published(await build(request), 'podcast/rss.xml');
  assert.match(changed, '<itunes:episode>1</itunes:episode>');
  rmSync(join(cwd, 'articles/a.mp3'));
  rmSync(join(cwd, 'articles/a.m4a'));
  assert.not.match(published(await build(request), 'podcast/rss.xml'), '<item>');
});

test('the id is a UUID of the address, as Podcasting 2.0 has it', () => {
  // The examples of the specification.
  assert.is(podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml'), '917393e3-1b1e-5cef-ace4-edaa54e1f810');
  assert.is(podcastGuid('https://podnews.net/rss'), '9b024349-ccf0-5f69-a609-6b82873eab3c');
  assert.is(podcastGuid('http://podnews.net/rss//'), '9b024349-ccf0-5f69-a609-6b82873eab3c');
});

test('categories are known whatever their case, and by the name below', () => {
  assert.equal(podcastCategory('news > politics'), { name: 'News', below: 'Politics' });
  assert.equal(podcastCategory('Politics'), { name: 'News', below: 'Politics' });
  assert.equal(podcastCategory('TRUE CRIME'), { name: 'True Crime' });
  assert.equal(podcastCategory('Arts > Politics'), undefined);
  for (const below of ['Courses', 'Visual Arts', 'Video Games', 'Wrestling', 'Places & Travel', 'TV Reviews'])
    assert.is(podcastCategory(below)?.below, below);
});

test.run();
