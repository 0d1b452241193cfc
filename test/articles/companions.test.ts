import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { byPreference, companionsOf } from '../../src/articles/companions.js';
import { discover } from '../../src/articles/discover.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('files beside articles');

test('an article has the recordings and transcripts that are called like it', () => {
  const names = ['a.en.vtt', 'a.m4a', 'a.mp3', 'a.txt', 'ab.mp3', 'b.mp3', 'a.part.mp3', 'a.b.c.vtt'].sort();
  assert.equal(companionsOf('a.md', names), ['a.en.vtt', 'a.m4a', 'a.mp3', 'a.txt']);
  assert.equal(companionsOf('c.md', names), undefined);
  assert.equal(companionsOf('a.part.md', names), ['a.part.mp3']);
});

test('an index has all recordings of its folder, and the transcripts that are called like one', () => {
  const names = ['film.mp4', 'film.vtt', 'index.srt', 'other.vtt', 'sound.MP3', 'sound.pt-BR.srt'];
  assert.equal(companionsOf('index.md', names), [
    ...['film.mp4', 'film.vtt', 'index.srt', 'sound.MP3', 'sound.pt-BR.srt'],
  ]);
});

test('they are found in the folder of the article alone, and not where files are kept out', () => {
  const root = folderWith({
    ...{ 'a.md': '', 'a.mp3': '', 'below/a.mp3': '', 'below/b.md': '', '_drafts/b.mp3': '' },
    ...{ 'bundle/index.md': '', 'bundle/x.ogg': '', 'bundle/_x.mp3': '', 'bundle/notes.txt': '' },
  });
  const found = discover(root).sources.map(({ path, companions }) => [path, companions]);
  assert.equal(found, [
    ['a.md', ['a.mp3']],
    ['below/b.md', undefined],
    ['bundle/index.md', ['x.ogg']],
  ]);
});

test('of several recordings the one that most apps play comes first', () => {
  const names = ['a.opus', 'a.mov', 'a.m4v', 'a.mp4', 'a.m4a', 'a.mp3', 'a.aac'];
  assert.equal(names.toSorted(byPreference), [
    ...['a.mp3', 'a.m4a', 'a.mp4', 'a.m4v', 'a.mov', 'a.aac', 'a.opus'],
  ]);
  const called = ['long-name.mp3', 'b.mp3', 'a.mp3', 'index.mp3'];
  assert.equal(called.toSorted(byPreference), ['index.mp3', 'a.mp3', 'b.mp3', 'long-name.mp3']);
});

test.run();
