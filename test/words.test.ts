/** What people read is written as a native speaker would write it: phrases that were once there, and must not come back. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../src/commands/commands.js';
import { codes } from '../src/diagnostics/codes.js';
import { feedwright } from './support/run-cli.js';

const test = suite('words');

const banned = [
  'Tell what is wrong',
  'Look at the site while you write',
  'look at it while you write',
  'is no port',
  'is no feed,',
  'is no language tag',
  'There is nobody to tell',
  'for maxBytes',
  'Known here',
  'but holds',
  'A flag beats',
  'which beats them',
  'what was not told is told',
  'weak sight',
  'Whoever needs a whole site',
  'The most items in a feed',
  'does not load',
  'one argument too many',
  'in itself or in one another too deeply',
  'enough for anybody',
  'Known: ',
  'asked for ever after',
  'The site that you have',
  'looked for in the folder',
  'is there and not empty counts',
  'do no harm; one that looks',
  'What is promised',
  'File of settings',
  'Moment to use',
  'put the file beside',
];

/** Files that people read, and the source, whose texts they see. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

test('no phrase that was rewritten comes back', () => {
  const files = [
    ...filesBelow('src', '.ts'),
    ...filesBelow('docs', '.md'),
    ...filesBelow('scripts', '.ts'),
    ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'action.yml'],
  ];
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return banned.filter((phrase) => text.includes(phrase)).map((phrase) => `${file}: ${phrase}`);
  });
  assert.equal(found, []);
});

test('no word is glued to what is put in before it', () => {
  const glued = filesBelow('src', '.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\$\{[^{}]*\}(?:is|are|was|has|cannot|must|differs)\b.*/g)].map(
      ([text]) => `${file}: ${text}`,
    ),
  );
  assert.equal(glued, []);
});

test('help has none of them, and every command says in a sentence what it does', () => {
  for (const { name, description } of commands) {
    const { out } = feedwright([name, '--help'], process.cwd());
    assert.equal(
      banned.filter((phrase) => out.includes(phrase)),
      [],
      name,
    );
    assert.match(description, /^[A-Z][^.]+$/);
  }
});

test('every problem has a title without a full stop, and advice in whole sentences', () => {
  for (const [code, { title, advice }] of Object.entries(codes)) {
    assert.match(title, /^[a-z][^.]*$|^feedwright\.lock/, code);
    assert.match(advice, /^[A-Z].*[.]$|\)\.$|`\.$/s, code);
  }
});

test.run();
