import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Phases } from '../../src/build/phases.js';

const test = suite('phases');

test('each phase is told with its steps, and its times count together', () => {
  const heard: unknown[] = [];
  const phases = new Phases({
    begin: (name, steps) => heard.push([name, steps]),
    step: () => heard.push('step'),
  });
  assert.is(
    phases.run('Reading articles', 2, (step) => {
      step();
      step();
      return 7;
    }),
    7,
  );
  phases.run('Publishing', 0, () => {});
  phases.run('Reading articles', 0, () => {});
  assert.equal(heard, [['Reading articles', 2], 'step', 'step', ['Publishing', 0], ['Reading articles', 0]]);
  assert.equal(
    phases.times.map(({ name }) => name),
    ['Reading articles', 'Publishing'],
  );
  for (const { seconds } of phases.times) assert.ok(seconds >= 0 && seconds < 60);
});

test('a phase that fails has its time, too, and nobody has to listen', () => {
  const phases = new Phases();
  assert.throws(() =>
    phases.run('Publishing', 1, (step) => {
      step();
      throw new Error('no');
    }),
  );
  assert.is(phases.times.length, 1);
});

test.run();
