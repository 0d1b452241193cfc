/** The words of pages, by name. */
const english = {
  newest: 'Newest articles',
  subscribe: 'Subscribe',
  subscribeHint: 'Follow this page in a feed reader:',
  empty: 'There are no articles yet.',
  skip: 'Skip to the articles',
  updated: 'Updated',
};

/** The words of pages in one language. */
export type Words = Readonly<typeof english>;

const russian: Words = {
  newest: 'Новые статьи',
  subscribe: 'Подписаться',
  subscribeHint: 'Следите за этой страницей в программе для чтения лент:',
  empty: 'Статей пока нет.',
  skip: 'Перейти к статьям',
  updated: 'Обновлено',
};

const known: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['ru', russian],
]);

/** Languages that feedwright has the words of pages in. */
export const languagesWithWords: readonly string[] = [...known.keys()];

/** The words of pages in a language; in English where they are not known. */
export function wordsIn(language: string): Words {
  return known.get(language) ?? known.get(language.split('-')[0] ?? '') ?? english;
}
