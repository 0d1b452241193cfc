import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { readFrontMatter } from '../src/articles/front-matter/front-matter.js';

const test = suite('schemas for editors');
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const checkerOf = (file: string): ValidateFunction => ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
const frontMatter = checkerOf('schemas/front-matter.json');
const settings = checkerOf('schemas/settings.json');

test('the articles and the settings of the sample keep to them', () => {
  const files = readdirSync('articles', { recursive: true, encoding: 'utf8' });
  const articles = files.filter((file) => file.endsWith('.md'));
  assert.ok(articles.length > 5);
  for (const file of articles) {
    const read = readFrontMatter(readFileSync(join('articles', file), 'utf8'), file);
    assert.ok('fields' in read && frontMatter(read.fields), `${file}: ${ajv.errorsText(frontMatter.errors)}`);
  }
  const own: unknown = parse(readFileSync('feedwright.config.yaml', 'utf8'));
  assert.ok(settings(own), ajv.errorsText(settings.errors));
});

test('front matter that articles may have is taken, and what they can not is not', () => {
  for (const fields of [
    { title: 'A', date: '02.09.2021', tags: ['a', 'b'], draft: 'yes', mine: { anything: [1] } },
    { author: [{ name: 'A' }, 'B'], image: { url: 'a.png' }, enclosure: { url: 'a.mp3', length: 5 } },
    { published: false },
    { published: '2021-09-02' },
  ]) {
    assert.ok(frontMatter(fields), JSON.stringify(fields));
  }
  for (const fields of [
    { title: ['a'] },
    { draft: 'perhaps' },
    { date: { year: 2021 } },
    { enclosure: { type: 'audio/mpeg' } },
    { tags: [['a']] },
  ]) {
    assert.not.ok(frontMatter(fields), JSON.stringify(fields));
  }
});

test('settings that do not exist or can not be are told', () => {
  assert.ok(settings({ url: 'https://example.org', feeds: { tags: { minArticles: 3 } } }));
  assert.not.ok(settings({ titel: 'A' }));
  assert.not.ok(settings({ limit: 'many' }));
});

test.run();
