/** What the settings of tools are taken to mean, where feedwright has none of its own. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/index.js';
import { article, folderWith, now } from '../support/site-folder.js';

const test = suite('settings of tools');

interface Expected {
  url?: string;
  title?: string;
  description?: string;
  language?: string;
  languages?: string[];
  timezone?: string;
  author?: { name: string; email?: string };
  copyright?: string;
}

type Case = [name: string, files: Record<string, string>, expected: Expected];

const post = article({ title: 'A', date: '2021-09-02' });

const cases: Case[] = [
  [
    'hugo, in one file',
    {
      'hugo.toml':
        'baseURL = "https://h.example.org/sub/"\ntitle = " H "\ncopyright = "C"\nlanguageCode = "pt-br"\ntimeZone = "Asia/Tokyo"\n[params]\ndescription = "D"\n[params.author]\nname = "Ann"\nemail = "ann@example.org"\n',
      'content/a.md': post,
    },
    {
      url: 'https://h.example.org/sub/',
      title: 'H',
      copyright: 'C',
      description: 'D',
      language: 'pt-BR',
      timezone: 'Asia/Tokyo',
      author: { name: 'Ann', email: 'ann@example.org' },
    },
  ],
  [
    'hugo, in a folder, a file for each group',
    {
      'config/_default/hugo.yaml': 'baseurl: https://h.example.org\ntitle: 7\ndefaultContentLanguage: ru\n',
      'config/_default/params.toml': 'author = "Bob"\n',
      'config/_default/languages.json': '{ "ru": { "title": "Р" }, "en": {}, "not a tag": {} }',
      'content/a.md': post,
    },
    {
      url: 'https://h.example.org/',
      title: '7',
      language: 'ru',
      languages: ['en', 'ru'],
      author: { name: 'Bob' },
    },
  ],
  [
    'hugo, with one language and odd values',
    {
      'config.yml':
        'baseURL: https://h.example.org\ntitle: [a]\nlanguageCode: not a tag\ntimeZone: Mars/One\nlanguages: { en: {} }\nparams: { author: { email: x } }\n',
      'content/a.md': post,
    },
    { url: 'https://h.example.org/', title: 'h.example.org', language: 'en', timezone: 'UTC' },
  ],
  [
    'jekyll',
    {
      '_config.yml':
        'url: https://j.example.org/\nbaseurl: /blog/\ntitle: J\ndescription: D\nlocale: en_GB\ntimezone: Europe/Paris\nauthor: { name: Ann, email: 5 }\n',
      '_posts/2021-09-02-a.md': post,
    },
    {
      url: 'https://j.example.org/blog/',
      title: 'J',
      description: 'D',
      language: 'en-GB',
      timezone: 'Europe/Paris',
      author: { name: 'Ann' },
    },
  ],
  [
    'jekyll in TOML',
    {
      '_config.toml': 'url = "https://j.example.org"\ntitle = "J"\nlang = "fr"\n',
      '_posts/2021-09-02-a.md': post,
    },
    { url: 'https://j.example.org/', title: 'J', language: 'fr' },
  ],
  [
    'hexo',
    {
      '_config.yml':
        'url: https://x.example.org\ntitle: X\nlanguage: [zh-CN, en]\ntimezone: Asia/Shanghai\nauthor: Li\n',
      'source/_posts/a.md': post,
    },
    {
      url: 'https://x.example.org/',
      title: 'X',
      language: 'zh-CN',
      timezone: 'Asia/Shanghai',
      author: { name: 'Li' },
    },
  ],
  [
    'zola',
    {
      'config.toml':
        'base_url = "https://z.example.org/x"\ntitle = "Z"\ndescription = "D"\ndefault_language = "de"\nauthor = "Ann"\n[languages.fr]\ntitle = "F"\n',
      'content/a.md': '+++\ntitle = "A"\ndate = 2021-09-02\n+++\n',
    },
    {
      url: 'https://z.example.org/x/',
      title: 'Z',
      description: 'D',
      language: 'de',
      languages: ['fr'],
      author: { name: 'Ann' },
    },
  ],
  [
    'astro, a program that is read and not run',
    {
      'astro.config.ts':
        "/* site: 'https://comment.example.org' */\n// site: 'https://other.example.org'\nconst site = 'https://a.example.org';\nexport default { base: \"/it\\'s\", defaultLocale: `fr`, site: 'https://second.example.org' };\n",
      'src/content/blog/a.md': post,
    },
    { url: "https://a.example.org/it's/", language: 'fr' },
  ],
  [
    'docusaurus',
    {
      'docusaurus.config.js':
        "module.exports = { title: 'D', tagline: 'T', url: 'https://d.example.org', baseUrl: '/', i18n: { defaultLocale: 'ja' } };\n",
      'blog/a.md': post,
    },
    { url: 'https://d.example.org/', title: 'D', description: 'T', language: 'ja' },
  ],
  [
    'vitepress',
    {
      'docs/.vitepress/config.mjs':
        "export default { 'title': \"V\", description: 'D', lang: 'en-US', base: '/v/', sitemap: { hostname: 'https://v.example.org' } };\n",
      'docs/posts/a.md': post,
    },
    { url: 'https://v.example.org/v/', title: 'V', description: 'D', language: 'en-US' },
  ],
];

for (const [name, files, expected] of cases) {
  test(name, async () => {
    const { site, articles, diagnostics } = await build({
      cwd: folderWith(files),
      now,
      write: false,
      ...(expected.url ? {} : { url: 'https://example.org' }),
    });
    assert.is(articles.length, 1, JSON.stringify(diagnostics));
    const found = {
      url: site.url,
      title: site.title,
      description: site.description,
      language: site.language,
      languages: Object.keys(site.languages).sort(),
      timezone: site.timezone,
      author: site.author,
      copyright: site.copyright,
    };
    for (const [key, value] of Object.entries(expected))
      assert.equal(found[key as keyof typeof found], value, key);
    for (const key of ['author', 'copyright'] as const)
      if (!(key in expected)) assert.is(found[key], undefined, key);
  });
}

test('an address of a tool that is none counts as none', async () => {
  for (const url of ['/sub/', 'example.org', 'https:///x', 'ftp://example.org', '']) {
    const cwd = folderWith({ 'hugo.yaml': `baseURL: "${url}"\n`, 'content/a.md': post });
    const message = await build({ cwd, now, write: false }).then(
      () => 'built',
      (error) => String(error),
    );
    assert.match(message, /site has no address/, url);
  }
});

test.run();
