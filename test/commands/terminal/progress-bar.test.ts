import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ProgressBar } from '../../../src/commands/terminal/progress-bar.js';
import { fakeTerminal } from '../../support/fake-terminal.js';

const test = suite('the bar of progress');
const clock = performance.now;
test.after.each(() => {
  performance.now = clock;
});

/** A bar whose clock shows what is said, in milliseconds. */
function bar() {
  let time = 0;
  performance.now = () => time;
  const terminal = fakeTerminal();
  const made = new ProgressBar(terminal);
  return {
    made,
    shown: terminal.printed.status,
    at(next: number) {
      time = next;
      return made;
    },
  };
}

test('a build of less than a second shows nothing', () => {
  const { made, shown, at } = bar();
  at(0).begin('Reading articles', 100);
  at(999).begin('Rendering feeds', 100);
  made.end();
  assert.equal(shown, []);
});

test('the phase and how far it is, after every 64 steps and not more often than ten times a second', () => {
  const { made, shown, at } = bar();
  at(0).begin('Reading articles', 128);
  for (let step = 1; step <= 63; step += 1) at(2000).step();
  assert.equal(shown, []);
  made.step();
  assert.equal(shown, [`Reading articles ${'█'.repeat(12)}${'░'.repeat(12)} 64 of 128`]);
  for (let step = 1; step <= 64; step += 1) at(2099).step();
  assert.is(shown.length, 1);
  at(2100).begin('Publishing', 0);
  assert.equal(shown.slice(1), ['Publishing']);
  made.end();
  assert.is(shown.at(-1), '');
});

test('more steps than were said fill the bar, and no more', () => {
  const { shown, at } = bar();
  at(0).begin('Reading articles', 10);
  for (let step = 1; step <= 64; step += 1) at(1000).step();
  assert.equal(shown, [`Reading articles ${'█'.repeat(24)} 64 of 10`]);
});

test.run();
