import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { explainUnknown, findOddArguments } from '../../src/commands/arguments.js';
import { commands } from '../../src/commands/commands.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('arguments');
const odd = (args: string[], cwd = '/') => findOddArguments(args, commands, cwd);

test('a switch is on or off, and nothing else', () => {
  const wrong = { message: '--drafts is "maybe", but must be true or false.' };
  assert.equal(odd(['build', '--drafts=maybe']), [wrong]);
  assert.equal(odd(['--no-drafts=maybe', '--skip-invalid=', '--quiet=1']), [
    wrong,
    { message: '--skip-invalid is "", but must be true or false.' },
    { message: '--quiet is "1", but must be true or false.' },
  ]);
  for (const fine of [
    '--drafts',
    '--drafts=true',
    '--no-pages=false',
    '--url=maybe',
    '--unknown=x',
    'x--drafts=maybe',
  ])
    assert.equal(odd([fine]), [], fine);
});

test('a word that is neither a folder nor a command is probably a command', () => {
  const message = '"chek" is neither a command nor a folder.';
  assert.equal(odd(['chek']), [{ message, hint: 'Did you mean "feedwright check"?' }]);
  const cwd = folderWith({ 'chek/a.md': '' });
  for (const [args, folder] of [
    [['chek'], cwd],
    [['check'], '/'],
    [['completion'], '/'],
    [['build', 'chek'], '/'],
    [['--chek'], '/'],
    [['./chek'], '/'],
    [['something-else'], '/'],
    [[], '/'],
  ] as const)
    assert.equal(odd([...args], folder), [], args.join(' '));
});

test('what yargs does not know is explained, with what was probably meant', () => {
  const explain = (message: string, ...args: string[]) => explainUnknown(message, args, commands);
  const general = 'Run feedwright --help to see all commands and flags.';
  assert.equal(explain('Not enough arguments'), { message: 'Not enough arguments', hint: general });
  assert.equal(explain('Unknown argument: limt', '--limt', '5'), {
    message: 'feedwright build has no flag --limt.',
    hint: 'Did you mean --limit?',
  });
  assert.equal(explain('Unknown arguments: limt, titel, more', '--limt', '--titel=x', 'more'), {
    message:
      'feedwright build has no flag --limt. feedwright build has no flag --titel. Unexpected argument "more".',
    hint: 'Did you mean --limit, --title?',
  });
  assert.equal(explain('Unknown argument: z', '-z'), {
    message: 'feedwright build has no flag -z.',
    hint: general,
  });
  assert.equal(explain('Unknown arguments: more, more', 'more'), {
    message: 'Unexpected argument "more".',
    hint: general,
  });
  assert.is(explain('Unknown argument: hepl', '--hepl').hint, 'Did you mean --help?');
});

test.run();
