/** Texts from the pages that the tools themselves built: components, computed values, hashed pictures, highlighted code. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { builders, buildRendered } from '../../proof/rendered.js';
import { askedTools } from '../../scripts/sites/ask.js';
import { compareSite } from '../../scripts/sites/compare-sites.js';
import { suiteWithPrograms } from '../support/available.js';

/** What a body has to hold, and what it must not, by the folder of the site and the title of the article. */
const wanted: Readonly<Record<string, Readonly<Record<string, readonly RegExp[]>>>> = {
  astro: {
    'The ferry': [
      /^<p>It has 21 seats\.<\/p>/,
      /<p>A ticket costs <strong>7 €<\/strong> there and back\.<\/p>/,
      /<img src="https:\/\/notes\.example\.org\/_astro\/ferry\.[\w-]+\.webp"[^>]* width="120" height="60"/,
    ],
  },
  vitepress: {
    'The ferry': [
      /<p>It has 21 seats\. 🚢<\/p><h2 id="prices">Prices/,
      /<p>Pay on <strong>board<\/strong>\.<\/p>/,
      /<img width="120" height="60" src="https:\/\/notes\.example\.org\/assets\/ferry\.[\w-]+\.png"/,
    ],
  },
  docusaurus: {
    'The ferry': [
      /^<p>It has 21 seats\.<\/p>/,
      /<h2 id="prices">Prices<\/h2>/,
      /<img [^>]*src="https:\/\/notes\.example\.org\/assets\/images\/ferry-\w+\.png" width="120" height="60"/,
    ],
  },
  eleventy: { First: [/^<p>Hello First\.<\/p>$/] },
  hexo: { 'Hello & world': [/^<p>Text <\/p>\s*<blockquote><p>words<\/p>\s*<\/blockquote>/] },
};

for (const builder of builders) {
  const [command] = builder.program;
  // Not every one of them tells its version and ends.
  const isThere = ['-e', 'require("node:fs").accessSync(process.argv[1])', command];
  const test = suiteWithPrograms(`texts from the pages of ${builder.name}`, { [process.execPath]: isThere });
  test('are those of the pages, without what is around them', async () => {
    const { report, bodies } = await buildRendered(builder);
    assert.equal(report.diagnostics, []);
    for (const [title, patterns] of Object.entries(wanted[builder.site] ?? {})) {
      const html = bodies.get(title) ?? '';
      for (const pattern of patterns) assert.match(html, pattern);
      assert.not.match(html, /Menu|Home|End of the page|<nav|>js<|class="copy|<h1/);
    }
  });
  test.run();
}

for (const [tool, { program }] of Object.entries(askedTools)) {
  const test = suiteWithPrograms(`a site beside ${tool} itself`, { [program[0]]: program.slice(1) });
  test('has the same posts, addresses, dates, titles, words, links and pictures, also from built pages', async () => {
    for (const isRendered of [false, true]) {
      const agreement = await compareSite(`proof/sites/${tool}`, isRendered);
      assert.ok(agreement && agreement.bodies > 3);
      const { title: _, ...rest } = agreement.percent;
      assert.equal(rest, { published: 100, address: 100, date: 100, words: 100, links: 100, pictures: 100 });
    }
  });
  test.run();
}

const nothing = suite('other tools');
nothing('cannot be asked', async () => {
  assert.is(await compareSite('proof/sites/hexo'), undefined);
});
nothing.run();
