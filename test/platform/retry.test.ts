import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isRefusal, noAnswer, type Refusal, refusalOf, withRetries } from '../../src/platform/retry.js';

const test = suite('retries');

/** Answers one after the other; how often it was asked. */
function asked(answers: readonly (object | Refusal)[]) {
  let count = 0;
  const ask = async () => {
    count += 1;
    return answers[count - 1] ?? {};
  };
  return { ask, count: () => count };
}
const busy = { reason: 'busy', isFinal: false };

test('asks again while another try could help, and no longer', async () => {
  const twice = asked([busy, busy, { ok: true }]);
  assert.equal(await withRetries(twice.ask, [1, 1, 1]), { ok: true });
  assert.is(twice.count(), 3);
  const never = asked([busy, busy, busy]);
  assert.equal(await withRetries(never.ask, [1]), busy);
  assert.is(never.count(), 2);
  const final = asked([{ reason: 'no', isFinal: true }]);
  assert.ok(isRefusal(await withRetries(final.ask, [1, 1])));
  assert.is(final.count(), 1);
});

test('waits as long as the service asks', async () => {
  const began = performance.now();
  await withRetries(asked([{ ...busy, after: 60 }]).ask, [1]);
  assert.ok(performance.now() - began >= 55);
});

for (const [status, isFinal] of [
  [400, true],
  [403, true],
  [408, false],
  [429, false],
  [500, false],
  [503, false],
] as const) {
  test(`${status} is ${isFinal ? '' : 'not '}final`, () => {
    const response = new Response(null, { status, headers: { 'retry-after': '2' } });
    const { reason, ...rest } = refusalOf(response, 'words');
    assert.equal(rest, { isFinal, after: 2000 });
    assert.is(reason, `it answered ${status}: words`);
  });
}

test('no answer is not final', () => {
  const cause = new Error('connect ECONNREFUSED');
  assert.equal(noAnswer(new TypeError('fetch failed', { cause }), 5), {
    reason: cause.message,
    isFinal: false,
  });
  assert.equal(noAnswer('words', 5), { reason: 'words', isFinal: false });
  const late = noAnswer(new DOMException('', 'TimeoutError'), 5000);
  assert.is(late.reason, 'it did not answer within 5 s');
});

test.run();
