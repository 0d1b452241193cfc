import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startS3 } from '../support/s3-server.js';
import { cutPublishing } from './cut-publishing.js';

const test = suite('publishing to S3 that is cut off');
const server = await startS3();

test('wherever it is cut off, feeds name what is there, and the next run finishes the work', async () => {
  const { cuts, failures } = await cutPublishing(server, 2);
  assert.ok(cuts > 20, String(cuts));
  assert.equal(failures, []);
});

test.run();
