/** The table of commands, from which help and completions are made. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../src/commands/commands.js';

const test = suite('the table of commands');

test('has every command once, and build without its name', () => {
  assert.equal(commands.map(({ name }) => name).sort(), [
    'build',
    'changes',
    'check',
    'import',
    'init',
    'new',
    'notify',
    'publish',
    'serve',
  ]);
  assert.equal(
    commands.filter(({ isDefault }) => isDefault).map(({ name }) => name),
    ['build'],
  );
});

for (const { name, description, argument, flags, examples } of commands) {
  test(`${name} says what it does, what each flag is, and shows it in use`, () => {
    assert.ok(description.length > 10);
    if (argument) assert.ok(/^[a-z]+$/.test(argument.name) && argument.describe.length > 5);
    for (const [flag, options] of Object.entries(flags)) {
      assert.ok(['string', 'boolean'].includes(String(options.type)), `${flag} has a type`);
      if (options.hidden) continue;
      assert.ok(String(options.describe).length > 5, `${flag} is described`);
      assert.match(String(options.group), /^[A-Z][a-z]+:$/, `${flag} is in a group`);
    }
    assert.ok(examples.length > 0);
    for (const [line, does] of examples) {
      assert.is(line.split(' ')[0], name);
      assert.ok(does.length > 5);
      for (const [, flag = ''] of line.matchAll(/ --(?:no-)?([a-z-]+)/g))
        assert.ok(flag in flags, `${line}: ${flag}`);
      for (const [, short] of line.matchAll(/ -([a-z])\b/g))
        assert.ok(
          Object.values(flags).some(({ alias }) => alias === short),
          line,
        );
    }
  });
}

test('short names are those that everybody expects', () => {
  const shorts = commands.flatMap(({ name, flags }) =>
    Object.entries(flags).flatMap(([flag, { alias }]) =>
      alias ? [`${name} -${String(alias)} ${flag}`] : [],
    ),
  );
  assert.equal(shorts.sort(), [
    'build -o out',
    'build -q quiet',
    'changes -o out',
    'check -o out',
    'check -q quiet',
    'init -y yes',
    'notify -o out',
    'notify -q quiet',
    'publish -o out',
    'publish -q quiet',
  ]);
});

test.run();
