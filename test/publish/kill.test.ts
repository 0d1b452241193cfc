import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { killBuilds } from '../torture/kill-builds.js';

const test = suite('killed builds');

test('every poll of a reader gets a whole document, and the next build puts everything right', async () => {
  const { killed, finished, polls, failures } = await killBuilds(24);
  assert.equal(failures, []);
  assert.ok(
    killed > 5 && finished > 1 && polls > 100,
    `${killed} killed, ${finished} finished, ${polls} polls`,
  );
});

test.run();
