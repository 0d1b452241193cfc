import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ByteBudget } from '../../../src/deploy/s3/byte-budget.js';

const test = suite('budget of bytes');

test('lets in as much as there is room for, in the order of asking, and what is larger than all alone', async () => {
  const budget = new ByteBudget(10);
  let [used, most] = [0, 0];
  const order: number[] = [];
  const sizes = [4, 4, 4, 30, 1, 2, 3];
  await Promise.all(
    sizes.map((size) =>
      budget.while(size, async () => {
        used += size;
        most = Math.max(most, size > 10 ? 0 : used);
        if (size > 10) assert.is(used, size);
        order.push(size);
        await new Promise((next) => setImmediate(next));
        used -= size;
      }),
    ),
  );
  assert.equal(order, sizes);
  assert.ok(most <= 10, String(most));
});

test('gives room back where the work fails', async () => {
  const budget = new ByteBudget(1);
  await budget.while(1, () => Promise.reject(new Error('failed'))).catch(() => {});
  assert.is(await budget.while(1, async () => 'done'), 'done');
});

test.run();
