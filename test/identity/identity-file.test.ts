import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../src/diagnostics/usage-error.js';
import {
  type Identity,
  identityText,
  readIdentity,
  writeIdentity,
} from '../../src/identity/identity-file.js';
import { FileTracker } from '../../src/platform/fingerprints.js';
import { folderWith } from '../support/site-folder.js';

const test = suite('feedwright.lock');

const identity: Identity = {
  site: 'https://old.example/blog/',
  items: [
    {
      id: 'urn:b',
      date: '2021-09-02T00:00:00.000Z',
      path: 'b/',
      file: 'b.md',
      hash: 'aa',
      former: ['x/', 'y/'],
    },
    { id: 'urn:a', date: '2021-09-01T00:00:00.000Z', path: '', file: 'a.md', hash: '', former: [] },
  ],
  feeds: [
    { path: '', kind: 'all', name: '', only: 'en', former: ['en/'] },
    { path: 'sections/health/', kind: 'section', name: 'Health' },
    { path: 'ru/sections/health/', kind: 'section', name: 'Health', only: 'ru' },
    {
      path: 'tags/new/',
      kind: 'tag',
      name: 'New',
      first: 'tags/oldest/',
      former: ['tags/oldest/', 'tags/old/'],
    },
    { path: 'tags/other/', kind: 'tag', name: 'Other', former: ['tags/was/'] },
  ],
};

test('says in a line each what was published, in an order of its own, and is read as it was written', () => {
  const text = identityText(identity);
  assert.is(
    text,
    [
      '# The ids of everything that was published. feedwright writes this file; commit it.',
      'feed\t\tall\t\ten\t\ten/',
      'feed\tru/sections/health/\tsection\tHealth\tru',
      'feed\tsections/health/\tsection\tHealth',
      'feed\ttags/new/\ttag\tNew\t\ttags/oldest/\ttags/oldest/\ttags/old/',
      'feed\ttags/other/\ttag\tOther\t\t\ttags/was/',
      'item\turn:a\t2021-09-01T00:00:00.000Z\t\ta.md\t',
      'item\turn:b\t2021-09-02T00:00:00.000Z\tb/\tb.md\taa\tx/\ty/',
      'site\thttps://old.example/blog/',
      '',
    ].join('\n'),
  );
  const root = folderWith({});
  writeIdentity(root, identity);
  assert.is(readFileSync(join(root, 'feedwright.lock'), 'utf8'), text);
  const read = readIdentity(root, new FileTracker());
  assert.equal(read?.items, [...identity.items].reverse());
  assert.is(read?.site, identity.site);
  const [main, health, russian, ...tags] = identity.feeds;
  assert.equal(read?.feeds, [main, russian, health, ...tags]);
  assert.not.match(identityText({ ...identity, feeds: [{ path: '', kind: 'all', name: '' }] }), 'feed\t');
});

test('line ends of every system, blank lines and remarks do no harm', () => {
  const item = 'item\turn:a\t2021-09-01T00:00:00.000Z\ta/\ta.md\taa';
  const root = folderWith({ 'feedwright.lock': `# one\r\n\r\n${item}\r\n  \n# two\n` });
  assert.equal(
    readIdentity(root, new FileTracker())?.items.map(({ id, hash }) => [id, hash]),
    [['urn:a', 'aa']],
  );
  assert.is(readIdentity(folderWith({}), new FileTracker()), undefined);
  assert.equal(readIdentity(folderWith({ 'feedwright.lock': '' }), new FileTracker()), {
    site: undefined,
    items: [],
    feeds: [],
  });
});

/** Lines that are none. */
const wrong: string[] = [
  'item',
  'item\t\t2021-09-01T00:00:00.000Z\ta/\ta.md\taa',
  'item\turn:a\t\ta/\ta.md\taa',
  'item\turn:a\tsoon\ta/\ta.md\taa',
  'item\turn:a\t2021-09-01T00:00:00.000Z',
  'item\turn:a\t2021-09-01T00:00:00.000Z\ta/\t\taa',
  'item\turn:a\t2021-09-01T00:00:00.000Z\ta/\ta.md',
  'feed',
  'feed\t\tsection\tHealth',
  'feed\ta/\tnothing\tHealth',
  'feed\ta/\tsection',
  'feed\t../a/\tsection\tA',
  'feed\ta#b/\tsection\tA',
  'feed\ta\tsection\tA',
  'feed\ta/\tall\t',
  'feed\ta/\tsection\tA\tnot a tag!!',
  'feed\ta/\tsection\tA\ten\t../../<b>/',
  'feed\ta/\tsection\tA\ten\t\t#x/',
  'feed\ta/\tsection\tA\ten\t\t*/',
  'site',
  'site\texample.org',
  'site\thttps://example.org',
  'site\tftp://example.org/',
  'site\thttps://example.org/\tb',
  'other\ta',
  'other\ta/\tsection\tA',
  'other\turn:a\t2021-09-01T00:00:00.000Z\ta/\ta.md\taa',
  '<<<<<<< HEAD',
];

for (const line of wrong) {
  test(`${JSON.stringify(line).slice(0, 60)} is told with its line`, () => {
    const root = folderWith({ 'feedwright.lock': `# one\n\n${line}\n` });
    try {
      readIdentity(root, new FileTracker());
      assert.unreachable();
    } catch (error) {
      assert.instance(error, UsageError);
      assert.match(String(error), 'feedwright.lock, line 3 cannot be read');
    }
  });
}

test.run();
