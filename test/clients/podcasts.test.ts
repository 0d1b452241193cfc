/** The podcast of the sample in programs that play podcasts, and in parsers of such programs. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseRssFeed } from 'feedsmith';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { suiteWithPrograms } from '../support/available.js';
import { serve } from '../support/serve.js';
import { folderWith } from '../support/site-folder.js';

const run = promisify(execFile);
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const site = 'https://priozerye.example/';
const page = `${site}2021/week-of-the-forum/`;
const title = 'The week, read aloud: a forum, heat pumps, the budget';
const mp3 = { url: `${page}week-of-the-forum.mp3`, bytes: bytesOf('week-of-the-forum.mp3') };
const m4a = { url: `${page}week-of-the-forum.m4a`, bytes: bytesOf('week-of-the-forum.m4a') };

function bytesOf(name: string): number {
  return readFileSync(join(dist, '2021/week-of-the-forum', name)).length;
}

/** Does something with the address of the podcast, which is served. */
async function withPodcast<T>(act: (address: string) => Promise<T>): Promise<T> {
  const server = await serve(dist);
  try {
    return await act(`${server.origin}/radio/rss.xml`);
  } finally {
    await server.close();
  }
}

const feedsmith = suite('a podcast in feedsmith');

feedsmith('every element arrives', () => {
  const feed = parseRssFeed(readFileSync(join(dist, 'radio/rss.xml'), 'utf8'));
  assert.equal(feed.itunes, {
    image: `${site}radio/artwork.jpg`,
    categories: [{ text: 'News', categories: [{ text: 'Daily News' }] }, { text: 'Government' }],
    ...{ explicit: false, author: 'Press office', type: 'episodic' },
    owner: { name: 'Press office', email: 'press@priozerye.example' },
  });
  const { podcast } = feed;
  assert.equal(podcast?.locked, { value: true, owner: 'press@priozerye.example' });
  assert.equal([podcast?.medium, podcast?.license?.display], ['podcast', 'cc-by-4.0']);
  assert.match(podcast?.guid ?? '', /^[0-9a-f-]{36}$/);
  const [item] = feed.items ?? [];
  const image = `${page}hospital-by-the-lake.jpg`;
  assert.equal(item?.itunes, { title, duration: 27, episodeType: 'full', episode: 2, image });
  assert.equal(item?.enclosures, [{ url: mp3.url, length: mp3.bytes, type: 'audio/mpeg' }]);
  const own = item?.podcast;
  assert.equal(own?.transcripts, [
    { url: `${page}week-of-the-forum.vtt`, type: 'text/vtt', language: 'en', rel: 'captions' },
  ]);
  assert.equal(own?.chapters, { url: `${page}chapters.json`, type: 'application/json+chapters' });
  assert.equal(own?.soundbites, [{ startTime: 11, duration: 6, display: 'Heat from the lake' }]);
  assert.equal(
    own?.persons?.map(({ display, role }) => [display, role]),
    [
      ['Irina Vlasova', 'host'],
      ['Pavel Kern', 'guest'],
    ],
  );
  assert.equal(
    own?.alternateEnclosures?.map(({ type, length, default: isDefault, sources }) => [
      ...[type, length, isDefault, sources?.[0]?.uri],
    ]),
    [
      ['audio/mpeg', mp3.bytes, true, mp3.url],
      ['audio/mp4', m4a.bytes, undefined, m4a.url],
    ],
  );
});
feedsmith.run();

const gpodder = suiteWithPrograms("a podcast in gPodder's parser", {
  [python]: ['-c', 'import podcastparser'],
});

gpodder('show and episodes arrive', async () => {
  const { stdout } = await withPodcast((address) =>
    run(python, [beside('read-with-podcastparser.py'), address]),
  );
  const show = JSON.parse(stdout);
  assert.equal(
    [show.title, show.cover_url, show.itunes_categories, show.explicit, show.type, show.itunes_owner.email],
    [
      ...['The week in Priozerye', `${site}radio/artwork.jpg`, [['News', 'Daily News'], ['Government']]],
      ...[false, 'episodic', 'press@priozerye.example'],
    ],
  );
  const [episode] = show.episodes;
  assert.equal(
    [episode.title, episode.total_time, episode.number, episode.type, episode.link, episode.guid],
    [title, 27, 2, 'full', page, page],
  );
  assert.equal(episode.enclosures, [{ url: mp3.url, file_size: mp3.bytes, mime_type: 'audio/mpeg' }]);
});
gpodder.run();

const podboat = suiteWithPrograms('a podcast in newsboat and podboat', { newsboat: ['--version'] });

podboat('the episodes are queued for the player', async () => {
  const queue = await withPodcast(async (address) => {
    const folder = folderWith({ urls: `${address}\n`, config: 'podcast-auto-enqueue yes\nmax-items 0\n' });
    const files = ['-C', join(folder, 'config'), '-u', join(folder, 'urls'), '-c', join(folder, 'cache.db')];
    await run('newsboat', [...files, '-x', 'reload'], { env: { ...process.env, HOME: folder } });
    return readFileSync(join(folder, '.newsboat/queue'), 'utf8');
  });
  assert.equal(
    queue
      .trim()
      .split('\n')
      .map((line) => line.split(' ', 1)[0]),
    [mp3.url, `${site}2021/week-in-five-minutes/week-in-five-minutes.mp3`],
  );
});
podboat.run();
