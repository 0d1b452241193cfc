/** Reading recordings in a thread: what it finds, what it gives up, and that it goes on after that. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MediaReader } from '../../src/workers/media-reader.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('media reader');
const recording = fileURLToPath(new URL('../../articles/week-of-the-forum.mp3', import.meta.url));

/** Twenty megabytes without a frame of sound: every byte may begin one. */
function endless(): string {
  const file = join(folderWith({}), 'endless.mp3');
  writeFileSync(file, Buffer.alloc(20_000_000, 0xff));
  return file;
}

test('a recording that keeps its parser busy is given up, and the next one is read', async () => {
  const file = endless();
  const reader = new MediaReader(5_000);
  const failed = await reader.read(file).then(
    () => '',
    (error: Error) => error.message,
  );
  assert.is(failed, 'it was given up after 5 seconds');
  assert.is((await reader.read(recording)).info.duration, 26.645);
  await reader.end();
});

test('what cannot be read says why, and the next one is read', async () => {
  const reader = new MediaReader();
  const failed = await reader.read(join(folderWith({}), 'missing.m4a')).then(
    () => '',
    (error: Error) => error.message,
  );
  assert.match(failed, /ENOENT|no such file/);
  assert.is((await reader.read(recording)).info.duration, 26.645);
  await reader.end();
});

test.run();
