import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDocument } from 'yaml';
import { readFrontMatter } from '../../../src/articles/front-matter/front-matter.js';
import { yamlOptions } from '../../../src/articles/front-matter/front-matter-engines.js';
import { readPlainYaml } from '../../../src/articles/front-matter/plain-yaml.js';
import { sharedPath, suiteOverCorpus } from '../../support/available.js';
import { randomFrom } from '../../support/random.js';

const test = suite('plain YAML');

test('reads fields of one line, words, and lists', () => {
  const lines = [
    'title: "Форум: день первый"',
    'date: 2021-09-02 10:00:00 +03:00',
    '# for: editors',
    'draft: false',
    'none:',
    '',
    'tags: [a, "b", 1.10]',
    'list:',
    '  - x',
    '  - true',
    "last: it's",
  ];
  assert.equal(readPlainYaml(lines.join('\n')), {
    title: 'Форум: день первый',
    date: '2021-09-02 10:00:00 +03:00',
    draft: false,
    none: null,
    tags: ['a', 'b', '1.10'],
    list: ['x', true],
    last: "it's",
  });
});

test('leaves to the parser what has more to it', () => {
  for (const block of [
    'a: 1\na: 2',
    'a: b: c',
    'a: b # c',
    'a: "b\\n"',
    'a: |\n  b',
    'a: &x b',
    'a: *x',
    'a: !x b',
    'a:\n  b: c',
    'a: b\n  c',
    'a: [b, [c]]',
    'a: [b, c: d]',
    'a: {b: c}',
    'a: b\n# c\n  d',
    ' # a',
    '? a',
    'a: "b" c',
    'list:\n  - x\n - y',
    'a:\tb',
  ]) {
    assert.is(readPlainYaml(block), undefined, block);
  }
});

/** Pieces that mean something to YAML, and some that do not. */
const pieces = [
  ...['title', 'date', 'a', 'b-c', 'true', 'null', 'yes', 'x1', '2021-09-02', '10:00:00', '+03:00', '1.10'],
  ...[
    'Здоровье',
    '№',
    '«',
    '😀',
    '\u00a0',
    ': ',
    ':',
    '- ',
    '  - ',
    '    - ',
    '\n',
    '\n',
    '\n',
    '[',
    ']',
    ', ',
  ],
  ...[
    ',',
    '"',
    "'",
    '#',
    ' #',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '{',
    '}',
    '?',
    '-',
    '--',
    '...',
    '---',
  ],
  ...['~', ' ', '  ', '\\', '<<', '.', '/', '(', ')', '=', '+'],
];

test('gives what the parser gives, for every block that it reads', () => {
  const random = randomFrom(5);
  const pick = () => pieces[Math.floor(random() * pieces.length)] ?? '';
  let read = 0;
  for (let round = 0; round < 40_000; round += 1) {
    const text = Array.from({ length: 1 + Math.floor(random() * 14) }, pick).join('');
    const named = (line: string) =>
      random() < 0.7 && !/^\s*-/.test(line) ? `k${Math.floor(random() * 9)}: ${line}` : line;
    const block = random() < 0.7 ? text.split('\n').map(named).join('\n') : text;
    const mine = readPlainYaml(block);
    if (mine === undefined) continue;
    read += 1;
    const document = parseDocument(block, yamlOptions);
    assert.equal(document.errors, [], block);
    assert.equal(document.toJS() ?? {}, mine, block);
  }
  assert.ok(read > 4000, `only ${read} blocks were read`);
});

const posts = suiteOverCorpus('plain YAML of other people', 'corpora');
const corpora = sharedPath('corpora');

posts('gives what gray-matter gives, for the posts of other people', () => {
  const engines = { yaml: (text: string): object => parseDocument(text, yamlOptions).toJS() ?? {} };
  let plain = 0;
  for (const name of ['nodejs-blog', 'rust-blog']) {
    const files = readdirSync(join(corpora, name), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((path) => path.endsWith('.md'))) {
      const text = readFileSync(join(corpora, name, file), 'utf8');
      if (!text.startsWith('---\n')) continue;
      const read = readFrontMatter(text, file);
      if ('code' in read) return assert.unreachable(file);
      assert.equal(read.fields, matter(text, { engines }).data, file);
      if (readPlainYaml(text.slice(4, text.indexOf('\n---', 4)))) plain += 1;
    }
  }
  assert.ok(plain > 500, `${plain} were plain`);
});

test.run();
posts.run();
