import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BodyUrls } from '../../src/body/sanitize.js';
import { type HtmlAllowances, sanitize } from '../../src/body/sanitize.js';

const test = suite('the sanitiser');
const nothingMore: HtmlAllowances = { tags: [], attributes: {}, frames: [] };
const urls: BodyUrls = { resolve: (url) => url, measure: () => undefined };
const clean = (html: string, allowed: Partial<HtmlAllowances> = {}) =>
  sanitize(html, { ...nothingMore, ...allowed }, urls);

/** Elements that articles are made of. */
const elements =
  `a abbr address article aside audio b bdi bdo blockquote caption cite code data dd del details dfn div dl dt em
  figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup i ins kbd li main mark nav ol p picture pre q ruby s samp section
  small span strong sub summary sup table time u ul var video`.split(/\s+/);

for (const name of elements) {
  test(`<${name}> stays, with what every element may have, and nothing else`, () => {
    const usual = 'id="i" lang="ru" dir="rtl" title="T"';
    assert.is(clean(`<${name} ${usual}>x</${name}>`), `<${name} ${usual}>x</${name}>`);
    for (const attribute of [
      'class',
      'style',
      'onclick',
      'onfocus',
      'tabindex',
      'contenteditable',
      'data-x',
      'role',
      'slot',
    ])
      assert.is(clean(`<${name} ${attribute}="x">x</${name}>`), `<${name}>x</${name}>`, attribute);
  });
}

/** Attributes that single elements may have. */
const own: [element: string, attributes: string][] = [
  ['a', 'href="https://example.org/" hreflang="ru" rel="me" aria-label="L"'],
  ['audio', 'src="https://example.org/a.mp3" controls preload="none" loop'],
  ['blockquote', 'cite="https://example.org/"'],
  ['code', 'class="language-js"'],
  ['data', 'value="1"'],
  ['del', 'cite="https://example.org/" datetime="2021-09-02"'],
  ['details', 'open'],
  ['ins', 'cite="https://example.org/" datetime="2021-09-02"'],
  ['li', 'value="3"'],
  ['ol', 'start="3" type="a" reversed'],
  ['q', 'cite="https://example.org/"'],
  ['time', 'datetime="2021-09-02"'],
  [
    'video',
    'src="https://example.org/v.mp4" poster="https://example.org/p.jpg" controls width="3" height="2" muted playsinline',
  ],
];

for (const [element, attributes] of own) {
  test(`<${element}> keeps ${attributes.replace(/="[^"]*"/g, '')}`, () => {
    const html = `<${element} ${attributes}>x</${element}>`;
    assert.is(clean(html), html);
  });
}

test('empty elements keep what they say', () => {
  const img =
    '<img src="https://example.org/a.png" srcset="https://example.org/b.png 2x" sizes="50vw" alt="A" width="3" height="2" loading="lazy" />';
  assert.is(clean(img), img);
  const media =
    '<video><source src="https://example.org/a.mp4" type="video/mp4" media="print" /><track src="https://example.org/a.vtt" kind="captions" srclang="en" label="L" default /></video>';
  assert.is(clean(media), media);
  const table =
    '<table><colgroup span="2"><col span="2" /></colgroup><tbody><tr><th scope="col" colspan="2" rowspan="2" headers="h" align="left">a</th><td align="right" colspan="2" rowspan="2" headers="h">b</td></tr></tbody></table>';
  assert.is(clean(table), table);
  assert.is(clean('a<br />b<hr />c<wbr />d'), 'a<br />b<hr />c<wbr />d');
});

test('classes are those of languages and of footnotes', () => {
  assert.is(clean('<code class="language-c++ other hljs">x</code>'), '<code class="language-c++">x</code>');
  assert.is(
    clean('<section class="footnotes other" data-footnotes>x</section>'),
    '<section class="footnotes" data-footnotes>x</section>',
  );
});

for (const name of 'script style textarea option select noscript template title head svg annotation annotation-xml'.split(
  ' ',
)) {
  test(`<${name}> goes with its text`, () => {
    assert.is(clean(`a<${name}>x</${name}>b`), 'ab');
  });
}

for (const name of 'form button label fieldset font center marquee blink o custom-element object menclose maction'.split(
  ' ',
)) {
  test(`<${name}> goes, and its text stays`, () => assert.is(clean(`a<${name}>x</${name}>b`), 'axb'));
}

test('a formula stays, without what annotates it, colours or links it', () => {
  const formula =
    '<math display="block" alttext="x"><semantics><mrow><msup><mi mathvariant="normal">x</mi><mn>2</mn></msup><mo stretchy="false">=</mo>' +
    '<mfrac linethickness="0"><mn>1</mn><mtext>two words</mtext></mfrac></mrow></semantics></math>';
  assert.is(clean(formula), formula);
  const more = formula.replace(
    '</semantics>',
    '<annotation encoding="application/x-tex">x^2</annotation><annotation-xml encoding="text/html"><b>y</b></annotation-xml></semantics>',
  );
  assert.is(clean(more), formula);
  assert.is(
    clean(
      '<math style="color:red" href="https://example.org/"><mi onclick="x()" xlink:href="javascript:x()">x</mi></math>',
    ),
    '<math><mi>x</mi></math>',
  );
  assert.is(clean('<math><mglyph><malignmark></math>a'), '<math></math>a');
});

test('the fallback of what goes stays', () => {
  assert.is(
    clean('<object data="x.pdf"><a href="https://example.org/x.pdf">Read it</a></object>'),
    '<a href="https://example.org/x.pdf">Read it</a>',
  );
});

test('elements without an end have none', () => {
  for (const html of ['<source src="a"></source>', '<track src="a"></track>', 'a<wbr></wbr>b', '<br></br>'])
    assert.not.match(clean(`<video>${html}</video>`), /<\/(?:source|track|wbr|br)>/);
});

test('what is taken out with what it did is told by its name, and what is only styled is not', () => {
  const told = (html: string) => {
    const names: string[] = [];
    sanitize(html, nothingMore, urls, (name) => names.push(name));
    return names;
  };
  assert.equal(told('<SCRIPT>x</SCRIPT><svg><path/><text>x</text></svg><object></object><my-map></my-map>'), [
    'script',
    'svg',
    'object',
    'my-map',
  ]);
  assert.equal(told('<center><font color="red">x</font></center><big><nobr>y</nobr></big><p>z</p>'), []);
  assert.equal(told('<math><mi>x</mi><annotation>x</annotation></math>'), []);
});

test('an element that settings allow keeps its text', () => {
  assert.is(clean('a<svg>x</svg>b', { tags: ['svg'] }), 'a<svg>x</svg>b');
  assert.is(clean('<p data-x="1">a</p>', { attributes: { '*': ['data-x'] } }), '<p data-x="1">a</p>');
});

/** Addresses, and whether a link may have them. */
const addresses: [address: string, stays: boolean][] = [
  ['https://example.org/', true],
  ['HTTP://example.org/', true],
  ['mailto:a@example.org', true],
  ['tel:+123', true],
  ['sms:+123', true],
  ['xmpp:a@example.org', true],
  ['irc://example.org/a', true],
  ['ftp://example.org/', true],
  ['geo:1,2', true],
  ['magnet:?xt=a', true],
  ['matrix:r/a', true],
  ['news:a', true],
  ['#place', true],
  ['/path', true],
  ['path?a=1', true],
  ['javascript:alert(1)', false],
  ['JAVASCRIPT:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java&#10;script:alert(1)', false],
  ['&#x6a;avascript:alert(1)', false],
  ['vbscript:x', false],
  ['data:text/html,x', false],
  ['data:image/png;base64,AAAA', false],
  ['file:///etc/passwd', false],
  ['blob:https://example.org/x', false],
  ['//example.org/', false],
];

for (const [address, stays] of addresses) {
  test(`a link to ${address} ${stays ? 'stays' : 'loses its address'}`, () => {
    assert.is(clean(`<a href="${address}">a</a>`).includes('href='), stays);
  });
}

test('pictures may be data of pictures, and nothing else may', () => {
  for (const type of ['image/png', 'image/gif', 'IMAGE/JPEG'])
    assert.match(clean(`<img src="data:${type};base64,AAAA" alt="" />`), 'src="data:');
  for (const type of ['text/html', 'application/javascript', ''])
    assert.is(clean(`<img src="data:${type},x" alt="a" />`), '<img alt="a" />');
  assert.is(clean('<video src="data:video/mp4,x" poster="data:image/png,x">v</video>'), '<video>v</video>');
});

test('pictures get the size of their files, where the author gives none', () => {
  const measured: BodyUrls = {
    ...urls,
    measure: (url) => (url === 'a.png' ? { width: 3, height: 2 } : undefined),
  };
  const size = (html: string) => sanitize(html, nothingMore, measured);
  assert.is(size('<img src="a.png" alt="" />'), '<img width="3" height="2" src="a.png" alt="" />');
  assert.is(size('<img src="a.png" width="9" alt="" />'), '<img src="a.png" width="9" alt="" />');
  assert.is(size('<img src="a.png" height="9" alt="" />'), '<img src="a.png" height="9" alt="" />');
  assert.is(size('<img src="b.png" alt="" />'), '<img src="b.png" alt="" />');
});

test('boxes of task lists become characters, and other fields go', () => {
  assert.is(clean('<input type="checkbox" checked disabled /> a'), '<span>☑</span> a');
  assert.is(clean('<input type="CheckBox" /> a'), '<span>☐</span> a');
  assert.is(clean('<input type="text" value="x" /> a'), ' a');
});

test('what stands inside of a frame goes, since no browser shows it', () => {
  const inside = 'See <a href="https://example.org/b">this</a>';
  const html = `<p>One <IFRAME src="https://example.org/a" title="Film">${inside}</IFRAME> two</p>`;
  assert.is(clean(html), '<p>One <a href="https://example.org/a">Film</a> two</p>');
  // Letters that are longer in lower case, and elements as JSX ends them.
  const rest = '<p>The rest</p>';
  assert.match(clean(`${'İ'.repeat(20)}<iframe src="https://example.org/a">f</iframe>${rest}`), rest);
});

test('pictures that a script would load later have their true addresses', () => {
  const late = '<img src="data:image/gif;base64,R0" data-src="a.jpg" class="lazy">';
  assert.match(clean(late), /<img src="[^"]*a\.jpg" \/>/);
  const other = '<img data-original="b.jpg" data-srcset="b.jpg 1x, c.jpg 2x">';
  assert.match(clean(other), /src="[^"]*b\.jpg" srcset="[^"]*b\.jpg 1x, [^"]*c\.jpg 2x"/);
  assert.match(clean('<img src="d.jpg" data-zoom="e.jpg">'), /<img src="[^"]*d\.jpg" \/>/);
});

test('a formula by KaTeX is there once', () => {
  const formula = '<span class="katex-mathml"><math><mi>x</mi></math></span>';
  const html = clean(`<span class="katex">${formula}<span class="katex-html"><span>x</span></span></span>.`);
  assert.is(html, '<span><span><math><mi>x</mi></math></span></span>.');
});

test('a frame becomes a link with its title', () => {
  assert.is(
    clean('<iframe src="https://example.org/" title="A film"></iframe>'),
    '<a href="https://example.org/">A film</a>',
  );
  assert.is(
    clean('<iframe src="https://example.org/"></iframe>'),
    '<a href="https://example.org/">https://example.org/</a>',
  );
});

test.run();
