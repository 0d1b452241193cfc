import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FeedDifference } from '../../src/changes/compare-feeds.js';
import { changesAsMarkdown, changesAsText } from '../../src/changes/write-changes.js';

const test = suite('differences for people');
const item = (id: string, title = `T${id}`) => ({ id, title, url: `https://example.org/${id}/` });
const many = (count: number) => Array.from({ length: count }, (_, index) => item(String(index)));

const differences: FeedDifference[] = [
  {
    path: '',
    title: 'All',
    feed: 'stays',
    added: [item('1'), item('2', '')],
    changed: [item('3')],
    removed: [item('4')],
  },
  { path: 'tags/x/', title: 'X', feed: 'new', added: [item('1')], changed: [], removed: [] },
  { path: 'tags/y/', title: 'Y', feed: 'gone', added: [], changed: [], removed: [] },
];

test('as text: each feed with its items', () => {
  assert.is(
    changesAsText(differences),
    `All (/): 2 added, 1 changed, 1 removed
  + T1
  + https://example.org/2/
  ~ T3
  - T4
X (tags/x/): new feed, 1 added
  + T1
Y (tags/y/): feed is gone`,
  );
  assert.is(changesAsText([]), 'No feed changed.');
});

test('as Markdown: a table of feeds, and each item once', () => {
  assert.is(
    changesAsMarkdown(differences),
    `| feed | added | changed | removed |
|---|---|---|---|
| All \`/\` | 2 | 1 | 1 |
| X \`tags/x/\` (new) | 1 |  |  |
| Y \`tags/y/\` (gone) |  |  |  |

**added**

- [T1](<https://example.org/1/>)
- [https://example.org/2/](<https://example.org/2/>)

**changed**

- [T3](<https://example.org/3/>)

**removed**

- [T4](<https://example.org/4/>)`,
  );
  assert.is(changesAsMarkdown([]), 'No feed changes.');
});

test('fifty items of a kind stand by name, the others are counted', () => {
  const feed = { path: '', title: 'A', feed: 'stays' as const, changed: [], removed: [] };
  const text = changesAsText([{ ...feed, added: many(52) }]).split('\n');
  assert.equal([text.length, text[50], text[51]], [52, '  + T49', '  + and 2 more']);
  assert.not.match(changesAsText([{ ...feed, added: many(50) }]), 'more');
  const markdown = changesAsMarkdown([{ ...feed, added: many(52) }]).split('\n');
  assert.is(markdown.at(-1), '- and 2 more');
  assert.not.match(changesAsMarkdown([{ ...feed, added: many(50) }]), 'more');
});

test('an address that is odd stays within its link', () => {
  const added = [{ id: '1', title: 'A  b\nc', url: 'https://example.org/<a b>' }];
  const markdown = changesAsMarkdown([
    { path: '', title: 'A', feed: 'stays', added, changed: [], removed: [] },
  ]);
  assert.match(markdown, '- [A b c](<https://example.org/%3Ca%20b%3E>)');
});

test.run();
