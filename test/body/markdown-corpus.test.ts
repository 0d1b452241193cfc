import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { sharedPath, suiteOverCorpus } from '../support/available.js';
import { compare } from './compare-markdown.js';

const posts = suiteOverCorpus('Markdown of other people', 'corpora');
const corpora = sharedPath('corpora');

posts('the posts of other people become what marked and the sanitiser make of them', () => {
  let taken = 0;
  for (const name of ['nodejs-blog', 'rust-blog']) {
    const files = readdirSync(join(corpora, name), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((path) => path.endsWith('.md'))) {
      const text = readFileSync(join(corpora, name, file), 'utf8').slice(0, 200_000);
      if (compare(text.replace(/\r/g, ''))) taken += 1;
    }
  }
  assert.ok(taken > 100, `it took ${taken}`);
});

posts.run();
