/** A change that this architecture is meant to take in few files, and a program that shows that it works. */
export interface ArchitectureChange {
  /** What is added, for people. */
  what: string;
  /** The files that it touches, below src/: a new one with its text, or what is replaced in one that is there. */
  files: Readonly<Record<string, string | { find: string; replace: string }>>;
  /** Runs beside `src` and throws where the change does not work. */
  proof: string;
}

const site = `
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './src/index.js';
const cwd = mkdtempSync(join(tmpdir(), 'feedwright-change-'));
const put = (path, text) => { mkdirSync(join(cwd, path, '..'), { recursive: true }); writeFileSync(join(cwd, path), text); };
const read = (path) => readFileSync(join(cwd, 'dist', path), 'utf8');
const must = (holds) => { if (!holds) throw new Error('The change does not work.'); };
const request = { cwd, url: 'https://example.org', cache: false, now: new Date('2026-01-01') };
`;
const post = `put('articles/a.md', '---\\ntitle: A\\ndate: 2021-09-02\\nlang: eo\\n---\\nText.\\n');`;

/** The rows of the test of change in docs/architecture.md. */
export const architectureChanges: readonly ArchitectureChange[] = [
  {
    what: 'a format of feeds',
    files: {
      'formats/titles.ts': `import type { FeedFormat } from './format.js';
export const titles: FeedFormat = {
  name: 'titles', label: 'Titles', fileName: 'titles.xml', mediaType: 'text/xml', servedAs: 'text/xml; charset=utf-8',
  renderItem: ({ article }) => '<t>' + article.title + '</t>',
  renderFrame: () => ({ before: '<titles>', between: '', after: '</titles>' }),
};
`,
      'formats/formats.ts': {
        find: '[rss, atom, jsonFeed];',
        replace: "[rss, atom, jsonFeed, titles];\nimport { titles } from './titles.js';",
      },
    },
    proof: `${site}${post}
must((await build({ ...request, hosting: 'netlify' })).ok);
must(read('titles.xml') === '<titles><t>A</t></titles>');
must(read('index.html').includes('titles.xml') && read('_headers').includes('titles.xml'));`,
  },
  {
    what: 'a namespace of XML, such as that of places',
    files: {
      'formats/namespaces/places.ts': `import type { Namespace } from './namespace.js';
export const places: Namespace = {
  prefix: 'georss', uri: 'http://www.georss.org/georss', formats: ['rss'],
  itemElements: ({ article }) => article.enclosures.length === 0 ? [{ name: 'georss:point', text: '1' }] : [],
  feedElements: ({ title }, placeholders) => [{ name: 'georss:featurename', attributes: { of: placeholders.text(title) }, text: 'here' }],
};
`,
      'formats/namespaces/namespaces.ts': {
        find: '  history,\n];',
        replace: "  history,\n  places,\n];\nimport { places } from './places.js';",
      },
    },
    proof: `${site}${post}
must((await build(request)).ok);
const rss = read('rss.xml');
must(rss.includes('xmlns:georss="http://www.georss.org/georss"'));
must(rss.includes('<georss:point>1</georss:point>') && rss.includes('<georss:featurename of="example.org">here</georss:featurename>'));
must(!read('atom.xml').includes('georss'));`,
  },
  {
    what: 'a tool whose sites are read',
    files: {
      'dialects/notebook.ts': `import type { Dialect } from './dialect.js';
export const notebook: Dialect = {
  name: 'notebook', label: 'Notebook', marks: [['notebook.yaml']], folders: ['notes'], configs: [{ file: 'notebook.yaml' }],
  settings: (config) => config.texts({ title: 'called' }),
  conventions: () => ({ roots: ['notes'], place: (path) => ({ path: path.slice(6) }), pattern: () => '/n/:slug/', syntax: 'plain' }),
};
`,
      'dialects/dialects.ts': {
        find: '  jekyll,\n  plain,\n];',
        replace: "  jekyll,\n  notebook,\n  plain,\n];\nimport { notebook } from './notebook.js';",
      },
    },
    proof: `${site}
put('notebook.yaml', 'called: Mine');
put('notes/a.md', '---\\ntitle: A\\ndate: 2021-09-02\\n---\\nText.\\n');
const report = await build(request);
must(report.articles[0].url === 'https://example.org/n/a/' && report.site.title === 'Mine');`,
  },
  {
    what: 'a command',
    files: {
      'commands/hello.ts': `import type { Command } from './command.js';
export const hello: Command = {
  name: 'hello', description: 'Say hello', flags: {}, examples: [['hello', 'Hello']],
  run: async (_flags, terminal) => { terminal.out('Hello'); return 0; },
};
`,
      'commands/commands.ts': {
        find: '  changesCommand,\n];',
        replace: "  changesCommand,\n  hello,\n];\nimport { hello } from './hello.js';",
      },
    },
    proof: `import { execFileSync } from 'node:child_process';
const out = execFileSync(process.execPath, ['compiled/src/cli.js', 'hello'], { encoding: 'utf8' });
if (out !== 'Hello\\n') throw new Error(out);`,
  },
  {
    what: 'a language of pages',
    files: {
      'language/words.ts': {
        find: "  ['en', english],",
        replace:
          "  ['en', english],\n  ['eo', { ...english, languageName: 'Esperanto', older: 'Pli malnovaj' }],",
      },
    },
    proof: `${site}${post}
put('articles/b.md', '---\\ntitle: B\\ndate: 2021-09-01\\nlang: eo\\n---\\nText.\\n');
must((await build({ ...request, language: 'eo', limit: 1 })).ok);
must(read('index.html').includes('Pli malnovaj'));`,
  },
  {
    what: 'a web host',
    files: {
      'hosts/hosts.ts': {
        find: '] as const satisfies',
        replace:
          "  { name: 'pigeon', files: ({ headers }) => [{ path: 'pigeon.txt', text: headers.map(({ files }) => files).join(' ') }] },\n] as const satisfies",
      },
    },
    proof: `${site}${post}
must((await build({ ...request, hosting: 'pigeon' as never })).ok);
must(read('pigeon.txt').includes('rss.xml'));
const { build: command } = await import('./src/commands/build.js');
must(command.flags.hosting.describe.includes('pigeon'));`,
  },
  {
    what: 'a setting that is a flag',
    files: {
      'site/settings.ts': {
        find: '  html: htmlSettings',
        replace:
          "  footerNote: z.string().optional().describe('A last line. For pages.').register(flagSettings, { group: 'Site:' }),\n  html: htmlSettings",
      },
    },
    proof: `${site}
const { build: command } = await import('./src/commands/build.js');
must(command.flags['footer-note'].describe === 'A last line');
const { requestFrom } = await import('./src/commands/flags.js');
const flags = { 'footer-note': 'Thanks' };
must((requestFrom(flags, { cwd, env: {} } as never) as Record<string, unknown>).footerNote === 'Thanks');`,
  },
  {
    what: 'a field that every format and page shows',
    files: {
      'articles/front-matter/field-names.ts': {
        find: "  slug: ['slug'],",
        replace: "  slug: ['slug'],\n  venue: ['venue'],",
      },
      'articles/article.ts': {
        find: '  slug: string;',
        replace: '  slug: string;\n  venue?: string | undefined;',
      },
      'articles/read-article.ts': {
        find: '    link: readLink(reader),',
        replace: "    link: readLink(reader),\n    venue: reader.line('venue'),",
      },
      'formats/namespaces/dublin-core.ts': {
        find: `  formats: ['rss'],
  itemElements(item, placeholders) {
    const { authors, language } = item.article;
    const text = (name: string, value: string) => ({ name, text: placeholders.text(value) });
    return [`,
        replace: `  formats: ['rss', 'atom'],
  itemElements(item, placeholders, format) {
    const { authors, language, venue } = item.article;
    const text = (name: string, value: string) => ({ name, text: placeholders.text(value) });
    const coverage = venue === undefined ? [] : [text('dc:coverage', venue)];
    if (format.name === 'atom') return coverage;
    return [
      ...coverage,`,
      },
      'formats/json-feed.ts': {
        find: '    external_url:',
        replace: '    _venue: article.venue && placeholders.text(article.venue),\n    external_url:',
      },
      'pages/article-page.ts': {
        // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are the texts of a module.
        find: '>${article.title}</h1>',
        replace: '>${article.title}</h1>${article.venue && html`<p>${article.venue}</p>`}',
        // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the module
      },
    },
    proof: `${site}
put('articles/a.md', '---\\ntitle: A\\ndate: 2021-09-02\\nvenue: Town Hall\\n---\\nText.\\n');
put('articles/b.md', '---\\ntitle: B\\ndate: 2021-09-01\\n---\\nText.\\n');
for (const cache of [false, true, true]) {
  must((await build({ ...request, cache })).ok);
  for (const path of ['rss.xml', 'atom.xml', 'feed.json', 'a/index.html']) must(read(path).split('Town Hall').length === 2);
}`,
  },
];
