import type { BuildRequest } from '../../src/index.js';
import { article } from './site-folder.js';

/** Text that breaks what is escaped in a wrong way, or twice, or not at all. */
export const hostile =
  'AT&T <b> &amp; ]]> ]]> "quotes" \'single\' 🎉 Приём שלום &#x26; {{x}} <!-- --> <![CDATA[';

/** An article that has everything, for readers to find again. */
export const fullArticle = article(
  {
    title: `Title ${hostile}`,
    date: '2021-09-02T10:00:00+03:00',
    updated: '2021-09-05T10:00:00+03:00',
    summary: `Summary ${hostile}`,
    authors: [
      { name: `Ann ${hostile}`, email: 'ann@example.org', url: 'https://example.org/ann?a=1&b=2' },
      'Bob Ray',
    ],
    sections: [],
    section: `Health & ${hostile}`,
    tags: [`tag ${hostile}`, 'plain'],
    image: { url: 'https://example.org/i.png?a=1&b=2', alt: `Alt ${hostile}` },
    id: 'HTTP://Example.org/%7Eid?a=1&b=<2>',
    enclosure: [
      {
        url: 'https://example.org/a.mp3?x=1&y=2',
        type: 'audio/mpeg',
        length: 1234,
        title: `Sound ${hostile}`,
      },
      { url: 'https://example.org/b.pdf', length: 99 },
    ],
    link: 'https://example.com/elsewhere?a=1&b=2',
  },
  '## Heading\n\nText with `]]>` and ]]> twice, &lt;tag&gt;, <em>emphasis</em>, 🎉 and Приём.\n',
);

/** A second, plain article in another language. */
export const plainArticle = article({ title: 'Вторая', date: '2021-09-01', lang: 'ru' }, 'Просто текст.\n');

/** Settings of a site that has everything. */
export const fullSettings: BuildRequest = {
  title: `Site ${hostile}`,
  description: `About ${hostile}`,
  author: { name: `Editor ${hostile}`, email: 'e@example.org', url: 'https://example.org/e' },
  copyright: `© ${hostile}`,
  image: '/logo.png',
  icon: '/icon.png',
  hub: 'https://hub.example.org/?a=1&b=2',
  categories: [`News ${hostile}`],
  timezone: 'Europe/Moscow',
  feeds: { languages: false },
};
