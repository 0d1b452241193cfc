import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainRun } from '../../src/body/plain-run.js';

const test = suite('runs of text in Markdown');

const usual = new Marked({ gfm: true });
const ours = new Marked({ gfm: true });
ours.use({
  tokenizer: {
    inlineText(source) {
      return this.lexer.state.inRawBlock ? false : (plainRun(source) ?? false);
    },
  },
});

const lex = (parser: Marked, text: string): Token[] => [...parser.lexer(text)];

/** Everything that the rule of the parser looks at, and what it looks past. */
const pieces = [
  ...['a', 'é', 'ж', ' ', '  \n', '   \n', '\n', '\\', '*', '**', '_', '`', '``', '~', '~~', '<', '>', '!'],
  ...['[', ']', '(', ')', '&', '&#33;', '&#', ';', '@', 'a@b.org', 'http', 'https://x.org', 'HTTPS://X.ORG'],
  ...['ftp:', 'ftp://x.org', 'www.', 'www.x.org', 'xwww.x.org', 'mailto:', 'mailto:a@b.org', 'xmpp:a@b.org'],
  ...['<b>', '</b>', '<a>', '</a>', '<pre>', '</pre>', '🎉', ':', '.', '1'],
];

test('are the ones that the rule of the parser takes, in any text', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => {
      assert.equal(lex(ours, source), lex(usual, source), JSON.stringify(source));
    }),
    { numRuns: 20_000, seed: 7 },
  );
});

test('are taken whole where nothing in them means anything', () => {
  for (const source of ['Plain words: all of them.', 'Слова & слова', 'x  \ny']) {
    const [raw] = source.split('  \n');
    assert.is(plainRun(source)?.raw, raw);
  }
  for (const source of ['a@b.org', '`code`', '~~gone~~', 'see http://x.org', '&#33;'])
    assert.is(plainRun(source), undefined, source);
});

test.run();
