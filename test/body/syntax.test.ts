import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Syntax } from '../../src/articles/conventions.js';
import { replaceTemplates } from '../../src/body/syntax/syntax.js';
import { FileTracker } from '../../src/platform/fingerprints.js';

const test = suite('templates in bodies');

interface Replaced {
  text: string;
  unknown: string[];
}

const site = { url: 'https://example.org/blog/', title: 'Town', timezone: 'UTC' };

function replace(syntax: Syntax, body: string, path = 'a.md'): Replaced {
  const unknown = new Map<string, string>();
  const text = replaceTemplates(
    body,
    syntax,
    { path },
    {
      site,
      page: { title: 'A page', date: new Date('2021-09-02T10:00:00Z') },
      files: new FileTracker(),
      address: (reference) => (/first/.test(reference) ? 'https://example.org/first/' : undefined),
      unknown,
    },
  );
  return { text: text.replace(/\n{3,}/g, '\n\n').trim(), unknown: [...unknown.keys()] };
}

function sameFor(
  syntax: Syntax,
  cases: readonly (readonly [body: string, text: string, unknown?: string[]])[],
) {
  for (const [body, text, unknown = []] of cases) {
    assert.equal(replace(syntax, body), { text, unknown }, `${syntax}: ${body}`);
  }
}

const youtube =
  '<p><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p>';
const figure = '<figure><img src="/a.png" alt="A &amp; B"><figcaption>Words</figcaption></figure>';

test('shortcodes of Hugo', () => {
  sameFor('hugo', [
    ['{{< figure src="/a.png" alt="A & B" caption="Words" >}}', figure],
    ['{{< youtube abc >}}', youtube],
    ['{{<youtube id="abc">}}', youtube],
    [
      '{{< highlight go "linenos=table" >}}\n{{ .Title }} {{< x >}}\n{{< /highlight >}}',
      '```go\n{{ .Title }} {{< x >}}\n```',
    ],
    ['[x]({{< ref "posts/first.md#part" >}})', '[x](https://example.org/first/#part)'],
    ['[x]({{< relref "gone.md" >}})', '[x]()', ['relref gone.md']],
    [
      '{{% notice tip "Good" %}}\nBe *brief*.\n{{% /notice %}}',
      '<aside>\n\n**Tip**\n\nBe *brief*.\n\n</aside>',
    ],
    ['{{< card >}}A {{< own a="1" >}}inner{{< /own >}} B{{< /card >}}', 'A inner B', ['own']],
    ['{{< own >}}', '', ['own']],
    ['[x]({{< link "/dap/" >}} "T")', '[x](/dap/ "T")'],
    ['{{< button href="/a" text="Go" >}}', '<a href="/a">Go</a>'],
    ['`{{</* own */>}}`', '`{{< own >}}`'],
    ['Text with {{ .Title }} stays', 'Text with {{ .Title }} stays'],
    ['{{< a\n  b="c >}} d"\n>}}x', 'x', ['a']],
  ]);
});

test('shortcodes of Zola', () => {
  sameFor('zola', [
    ['{{ youtube(id="abc") }}', youtube],
    ['{{ figure(src="/a.png", alt="A & B", caption="Words") }}', figure],
    ['{% quote(author="Ann") %}\nWords\n{% end %}', '<blockquote>\n\nWords\n\n<p>— Ann</p>\n</blockquote>'],
    ['{% quote(text="x") %}\nWords\n{% end %}', '<blockquote>\n\nWords\n\n</blockquote>'],
    ['{% own() %}in{% end %} {{ other(n=1) }}', 'in', ['own', 'other']],
    ['`{{/* youtube(id="x") */}}`', '`{{ youtube(id="x") }}`'],
    ['println!("{{}}") and {{ x }} stay', 'println!("{{}}") and {{ x }} stay'],
  ]);
});

test('Liquid: values, tags, nothing executed', () => {
  sameFor('liquid', [
    [
      '[x]({{ site.baseurl }}{% post_url 2021-01-02-first %})',
      '[x](/blog/https://example.org/first/)'.replace('/blog/', '/blog'),
    ],
    ['{% highlight ruby linenos %}\nputs {{ page.title }}\n{% endhighlight %}', '```ruby\nputs A page\n```'],
    ['{% highlight ruby %}{{ x }}{% endhighlight %}', '```ruby\n\n```'],
    ['{% raw %}{{ x }} {% y %}{% endraw %}', '{{ x }} {% y %}'],
    ['{%- comment -%}gone{%- endcomment -%}stays', 'stays'],
    ['{% include youtube.html id="abc" %}', youtube],
    ['{% include figure.html src="/a.png" alt="A & B" caption="Words" %}', figure],
    ['{% if a %}yes{% else %}no{% endif %}', 'no', ['a']],
    ['{% if page.title == "A page" %}yes{% else %}no{% endif %}', 'yes'],
    ['{% for a in b %}x{% endfor %}', '', ['b']],
    ['{% assign a = "x,y" | split: "," %}{% for b in a %}{{ b }}{{ forloop.index }}{% endfor %}', 'x1y2'],
    ['{% capture a %}b{% endcapture %}{{ a }}{{ a | unknown: 1 }}', 'bb'],
    ['{{ "now" | date: "%Y" }} {{ page.date | date: "%Y" }}', '2021 2021'],
    ['{%- raw -%}{{ x }}{%- endraw -%}', '{{ x }}'],
    ['a {{ never closed', 'a {{ never closed', ['{{ never closed']],
    ['{% 5 %}{% youtube abc %}', youtube, ['5']],
    ['{% endown %}{% own %}x{% endown %}', 'x', ['own']],
    ['{{ site.title | upcase }} {{ "a" | append: "b" }}', 'TOWN ab'],
    ['{{ own.thing }}!', '!', ['own.thing']],
    ['{{ constructor | downcase }}{{ toString }}!', '!', ['constructor', 'toString']],
    ['{% own %}', '', ['own']],
    ['{% include img.html src="ferry-at-pier" %}', '', ['img ferry-at-pier']],
  ]);
});

test('Nunjucks and the tags of Hexo', () => {
  sameFor('nunjucks', [
    ['{{ title | safe }}{# note #}', 'A page'],
    ['{% codeblock lang:js %}\nlet a;\n{% endcodeblock %}', '```js\nlet a;\n```'],
    ['{% asset_img /a.png A & B %}', '<figure><img src="/a.png" alt="A &amp; B"></figure>'],
    ['{% youtube abc %}', youtube],
    ['{% verbatim %}{{ x }}{# y #}{% endverbatim %}{# z #}', '{{ x }}{# y #}'],
    ['{% raw %}{% elif %}{# y #}{% endraw %} {{ title }}', '{% elif %}{# y #} A page'],
    ['{% post_link first Words %}', '<a href="https://example.org/first/">Words</a>'],
    ['{% set a = 1 %}{% image "/a.png", "A & B" %}', '<figure><img src="/a.png" alt="A &amp; B"></figure>'],
  ]);
});

test('MDX: imports, components, comments, values', () => {
  sameFor('mdx', [
    ["import A from '../articles/body/a'\nexport const b = {\n  c: 1,\n}\n\nText", 'Text'],
    ['{/* gone */}{"text"} and {value}', 'text and', ['value']],
    ['<Youtube id="abc" />', youtube],
    ['<Own a={1} b="c > d">\n\nInner *text*\n\n</Own>', 'Inner *text*', ['Own']],
    ['<Tabs><TabItem value="a">A</TabItem></Tabs>', 'A'],
    ['<div className="x" style={{ color: "red" }} width={3}>a</div>', '<div class="x" width="3">a</div>'],
    ['```js\nimport a from "b"\n<Own />{x}\n```', '```js\nimport a from "b"\n<Own />{x}\n```'],
    ['Use `<Own>{x}</Own>` here', 'Use `<Own>{x}</Own>` here'],
    ['a \\{b\\} $x{n}', 'a {b} $x{n}'],
    ["the Pen{' '}\nby Eli", 'the Pen \nby Eli'],
    ['<p\n  title="a"\n  hidden={true}\n  lang="en">\nx</p>', '<p\n  title="a"\n  lang="en">\nx</p>'],
    ['Summary\n\n{/* truncate */}\n\nMore', 'Summary\n\n<!-- truncate -->\n\nMore'],
  ]);
  assert.is(replace('plain', 'import A from "a"\n\nText', 'post.mdx').text, 'Text');
});

test('admonitions', () => {
  sameFor('mdx', [
    [':::note Take *care*\n\nText\n\n:::', '<aside>\n\n**Take *care***\n\nText\n\n</aside>'],
    [':::tip[Good]\nText\n:::', '<aside>\n\n**Good**\n\nText\n\n</aside>'],
    [
      '::::info\n:::warning\nA\n:::\n::::',
      '<aside>\n\n**Info**\n\n<aside>\n\n**Warning**\n\nA\n\n</aside>\n\n</aside>',
    ],
  ]);
  sameFor('vue', [
    ['::: details More\nText\n:::', '<details>\n<summary>More</summary>\n\nText\n\n</details>'],
    ['::: code-group\n```sh\na\n```\n:::', '```sh\na\n```'],
  ]);
  sameFor('plain', [
    ['> [!NOTE]\n> Text', '> **Note**\n>\n> Text'],
    ['::: not closed', '::: not closed'],
  ]);
});

test('in a folder of no known tool, code and braces stay, and tags go', () => {
  sameFor('plain', [
    ['Write {{ name }} here', 'Write {{ name }} here'],
    ['`{{< x >}}` and ```{% y %}```', '`{{< x >}}` and ```{% y %}```'],
    ['<pre>{% x %}</pre>', '<pre>{% x %}</pre>'],
    ['{{< youtube abc >}}', youtube],
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
  ]);
});

test('what is never closed, and much of it, ends in good time', () => {
  for (const [syntax, piece] of [
    ['hugo', '{{< a "'],
    ['liquid', '{% a "'],
    ['zola', '{{ a("'],
    ['mdx', '<A b="'],
    ['mdx', '<a b={'],
    ['plain', '```'],
    ['plain', '::: a\n'],
  ] as const) {
    assert.ok(replace(syntax, piece.repeat(5000)).text.length >= 0);
  }
});

test.run();
