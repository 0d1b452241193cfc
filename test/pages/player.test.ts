/** The recording of an article on its page, as HTML; test/browser/player.test.ts plays it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { published } from '../support/published.js';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('player');

const recording = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../articles/${name}`, import.meta.url)));
const [mp3, m4a] = [recording('week-of-the-forum.mp3'), recording('week-of-the-forum.m4a')];
const fields = { title: 'A', date: '2026-01-02' };

async function pageOf(files: Record<string, string | Buffer>): Promise<string> {
  return published(await buildFiles(files), 'a/index.html');
}

test('a player with every format of the recording, the first for every browser', async () => {
  const page = await pageOf({ 'a.md': article(fields), 'a.mp3': mp3, 'a.m4a': m4a });
  const [, player = ''] = /<audio class="fw-player"[^>]*>(.*?)<\/audio>/s.exec(page) ?? [];
  const sources = [...player.matchAll(/<source src="([^"]*)" type="([^"]*)">/g)].map(([, ...found]) => found);
  assert.equal(sources, [
    ['../a/a.mp3', 'audio/mpeg'],
    ['../a/a.m4a', 'audio/mp4'],
  ]);
});

test('no second player where the text has one', async () => {
  const enclosure = { url: 'a.mp3', type: 'audio/mpeg' };
  const text = '<audio controls src="a.mp3"></audio>\n';
  const page = await pageOf({ 'a.md': article({ ...fields, enclosure }, text), 'a.mp3': mp3 });
  assert.is(page.match(/<audio/g)?.length, 1);
  assert.match(page, '<details class="fw-chapters"');
});

test('chapters lead into the file, so that they work without a script', async () => {
  const page = await pageOf({ 'a.md': article(fields), 'a.mp3': mp3 });
  const links = [
    ...page.matchAll(/<a class="fw-time" href="([^"]*)" data-time="([^"]*)">([^<]*)<\/a> ([^<]*)/g),
  ];
  assert.equal(
    links.map(([, href, time, clock, title]) => [href === `../a/a.mp3#t=${time}`, clock, title]),
    [
      [true, '0:00', 'Welcome'],
      [true, '0:04', 'The forum'],
      [true, '0:11', 'Heat pumps'],
      [true, '0:18', 'The budget'],
    ],
  );
});

test('the transcript in the language of the article is text on the page, and all of them are links', async () => {
  const cue = (text: string) => `WEBVTT\n\n01:00:02.000 --> 01:00:04.000\n<v Ann <b>>${text}\n`;
  const page = await pageOf({
    ...{ 'a.md': article(fields), 'a.mp3': mp3 },
    ...{ 'a.vtt': cue('Good evening <script>alert(1)</script> &lt;b&gt;'), 'a.ru.vtt': cue('Добрый вечер') },
  });
  const [, shown = ''] = /<details class="fw-transcript">(.*?)<\/details>/s.exec(page) ?? [];
  assert.match(shown, '>1:00:02</a>');
  assert.match(shown, 'Good evening alert(1) &lt;b&gt;</p>');
  assert.not.match(shown, /<script|Добрый/);
  assert.match(shown, /href="\.\.\/a\/a\.ru\.vtt" type="text\/vtt" hreflang="ru"/);
  assert.match(shown, /href="\.\.\/a\/a\.vtt" type="text\/vtt" hreflang="en"/);
});

test('a transcript that changed changes the page, and nothing else does', async () => {
  const files = { 'a.md': article(fields), 'a.mp3': mp3, 'a.txt': 'One.' };
  assert.match(await pageOf(files), '<p>One.</p>');
  assert.match(await pageOf({ ...files, 'a.txt': 'Two.' }), '<p>Two.</p>');
});

test('search engines are told of the recording, and of the podcast where it is in one', async () => {
  const data = async (settings = {}) => {
    const report = await buildFiles({ 'a.md': article(fields), 'a.mp3': mp3 }, settings);
    const [, json = ''] = /ld\+json">(.*?)<\/script>/.exec(published(report, 'a/index.html')) ?? [];
    return JSON.parse(json);
  };
  const audio = {
    ...{ '@type': 'AudioObject', contentUrl: 'https://example.org/a/a.mp3' },
    ...{ encodingFormat: 'audio/mpeg', duration: 'PT27S' },
  };
  const plain = await data();
  assert.equal([plain['@type'], plain.headline, plain.audio], ['NewsArticle', 'A', audio]);
  const episode = await data({ podcast: { title: 'Show' } });
  assert.equal(
    [episode['@type'], episode.name, episode.associatedMedia, episode.episodeNumber],
    ['PodcastEpisode', 'A', audio, 2],
  );
  assert.equal(episode.partOfSeries, {
    ...{ '@type': 'PodcastSeries', name: 'Show', url: 'https://example.org/podcast/' },
    webFeed: 'https://example.org/podcast/rss.xml',
  });
});

test.run();
