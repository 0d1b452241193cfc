import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { article, buildFiles } from '../support/site-folder.js';

const test = suite('files that run');

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

/** Pictures with something active in them. */
const active: Record<string, string> = {
  script: svg('<script>alert(1)</script>'),
  'script by reference': svg('<script href="x.js"/>'),
  handler: svg('<rect onclick="alert(1)"/>'),
  'handler of the root': svg('', 'onload="alert(1)"'),
  'handler in capitals': svg('<rect ONLOAD="alert(1)"/>'),
  'foreign object': svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
  'HTML in it': svg('<body xmlns="http://www.w3.org/1999/xhtml" />'),
  'script of HTML': svg('<s:script xmlns:s="http://www.w3.org/1999/xhtml">alert(1)</s:script>'),
  'picture of another site': svg('<image href="https://evil.example/x.png"/>'),
  'picture by a relative address': svg('<image xlink:href="x.svg"/>'),
  'use of another site': svg('<use href="https://evil.example/x.svg#a"/>'),
  'link that runs': svg('<a href="javascript:alert(1)"><text>x</text></a>'),
  'link with white space': svg('<a href=" java&#10;script:alert(1)"><text>x</text></a>'),
  'data that is a page': svg('<a href="data:text/html,x"><text>x</text></a>'),
  'picture within that is one': svg('<image href="data:image/svg+xml,x"/>'),
  'animated address': svg('<a href="#"><set attributeName="href" to="javascript:alert(1)"/></a>'),
  'animated address of old': svg('<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>'),
  'styles of another site': svg('<style>@import url(https://evil.example/x.css);</style>'),
  'styles that load': svg('<style>rect{fill:url(https://evil.example/x.svg#a)}</style>'),
  'styles that hide it': svg('<style>rect{fill:u\\72l(https://evil.example)}</style>'),
  'styles in CDATA': svg('<style><![CDATA[@import "x.css";]]></style>'),
  'attribute that loads': svg('<rect fill="url(https://evil.example/#a)"/>'),
  'attribute of style': svg('<rect style="background:url(//evil.example)"/>'),
  'instruction for styles': `<?xml-stylesheet href="x.css"?>${svg('')}`,
  'instruction for XSLT': `<?xml-stylesheet type="text/xsl" href="x.xsl"?>${svg('')}`,
  entities: `<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>${svg('&a;')}`,
  'not well-formed': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</svg>',
  'no picture': '<html><script>alert(1)</script></html>',
  iframe: svg('<iframe src="x"/>'),
  'another encoding': `<?xml version="1.0" encoding="utf-7"?>${svg('')}`,
  'picture as data that is a page': svg('<image href="data:text/html,x"/>'),
  'font of another site': svg('<style>@font-face { src: url(https://evil.example/f.woff) }</style>'),
  'address of the root': svg('<use href="/x.svg#a"/>'),
  'address of a base': svg('<g xml:base="https://evil.example/"/>'),
  'animated handler': svg('<set attributeName="onclick" to="alert(1)"/>'),
  'animated style': svg('<set attributeName=" STYLE " to="x"/>'),
  'image set': svg('<rect style="background:image-set(x)"/>'),
  expression: svg('<rect style="width:expression(alert(1))"/>'),
  'styles with escapes': svg('<style>rect { fill: \\75rl(https://evil.example) }</style>'),
  audio: svg('<audio xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>'),
};

async function copied(
  name: string,
  content: string,
  settings = {},
): Promise<{ isThere: boolean; codes: string[] }> {
  const body = `![x](<${name}>)\n\n[x](<${name}>)\n`;
  const files = { 'a.md': article({ title: 'A', date: '2021-09-02' }, body), [name]: content };
  const { ok, files: published, diagnostics } = await buildFiles(files, settings);
  assert.ok(ok);
  return {
    isThere: published.some(({ path }) => path.endsWith(`/${name}`)),
    codes: diagnostics.map(({ code }) => code),
  };
}

for (const [what, content] of Object.entries(active)) {
  test(`a picture with this is left out and reported: ${what}`, async () => {
    assert.equal(await copied('x.svg', content), { isThere: false, codes: ['FW045'] });
  });
}

test('pictures that only draw are copied', async () => {
  for (const content of [
    svg('<text>See url(https://example.com/) and @import</text>'),
    svg(
      '<rect width="1" height="1" fill="url(#a)"/><linearGradient id="a"><stop offset="0"/></linearGradient>',
    ),
    svg('<style>rect { fill: red; filter: url(#f) }</style><title>T</title><use xlink:href="#x"/>'),
    svg('<image href="data:image/png;base64,iVBORw0KGgo="/><animate attributeName="x" to="5"/>'),
    svg(
      '<text font-size="3" direction="ltr" orientation="auto" transform-origin="0 0">on</text>',
      'version="1.1" baseProfile="tiny"',
    ),
    svg('<a href=""><text>x</text></a><image href=" #a "/><image href="data:image/webp,x"/>'),
    svg(
      '<style>@font-face { src: url("data:font/woff2;base64,AA") } b { src: url(data:application/x-font-ttf,x) }</style>',
    ),
    svg(
      '<style>@font-face { src: url(data:application/font-woff,x) } rect { fill: url( "#a" ) }</style><animate attributeName="fill" to="red"/>',
    ),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- a comment -->${svg('<title>on load</title>')}`,
    `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>')}`,
  ])
    assert.equal(await copied('x.svg', content), { isThere: true, codes: [] }, content);
});

for (const name of 'x.html x.HTM x.xhtml x.js x.mjs x.php x.phtml x.svgz x.xml x.xsl x.css x.sh x x.php.png x.html.gz x.js.gz x.cgi x.wasm x.swf'.split(
  ' ',
)) {
  test(`${name} next to an article is left out and reported`, async () => {
    assert.equal(await copied(name, '<script>alert(1)</script>'), { isThere: false, codes: ['FW045'] });
  });
}

test('settings allow more, by name', async () => {
  assert.ok((await copied('x.html', '<p>', { assets: ['html'] })).isThere);
  assert.ok((await copied('x.svg', active.script ?? '', { assets: ['svg'] })).isThere);
  assert.not.ok((await copied('x.js', '', { assets: ['html'] })).isThere);
});

test('what is usual beside articles is copied', async () => {
  for (const name of [
    'x.png',
    'x.JPG',
    'x.mp3',
    'x.mp4',
    'x.pdf',
    'x.zip',
    'x.tar.gz',
    'x.txt',
    'x.vtt',
    'x.woff2',
    'a.pl.pdf',
  ])
    assert.ok((await copied(name, 'x')).isThere, name);
});

test.run();
