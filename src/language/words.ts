/** The words of pages. Each can be changed, and each further language written, by settings. */
export const english = {
  languageName: 'English',
  skip: 'Skip to content',
  textSize: 'Text size',
  sizeNormal: 'Normal',
  sizeLarge: 'Large',
  sizeLargest: 'Largest',
  contrast: 'High contrast',
  sections: 'Sections',
  tags: 'Tags',
  authors: 'Authors',
  languages: 'Languages',
  collections: 'Collections',
  podcasts: 'Podcasts',
  podcast: 'Podcast',
  guests: 'With',
  chapters: 'Chapters',
  transcript: 'Transcript',
  archive: 'Archive',
  subscribe: 'Subscribe',
  search: 'Search',
  searchNone: 'No results.',
  siteMap: 'Site map',
  notFound: 'This page does not exist',
  notFoundText: 'It may have been moved or removed. Search for it, or start with the newest articles.',
  findFeed: 'Find a feed',
  newest: 'Newest articles',
  allArticles: 'All articles',
  older: 'Older articles',
  newer: 'Newer articles',
  previous: 'Previous article',
  next: 'Next article',
  updated: 'Updated',
  alsoIn: 'Also in',
  source: 'Source',
  files: 'Files',
  empty: 'There are no articles yet.',
  perYear: 'Articles by year',
  perMonth: 'Articles by month',
  year: 'Year',
  month: 'Month',
  articles: 'Articles',
  follow: 'Follow in a feed reader:',
  whatIsFeed:
    'A feed is a list of news for apps called feed readers. Copy the address of a feed into your reader, and new articles will arrive automatically: no account, no email address, no advertising.',
  whereToRead:
    'There are feed readers for every phone and computer, and many are free. Email programs and podcast apps can read feeds too. Any of the three formats works.',
  allFeeds: 'All feeds in one file, for import into a feed reader',
  copy: 'Copy the address',
  copied: 'Copied',
  feedNote: 'This is a web feed. To follow it, copy its address from the address bar into a feed reader.',
  feedPage: 'Go to the page',
  feedHelp: 'How to subscribe',
  feedEnded: 'This feed has ended',
  feedEndedText: 'There will be no further articles in this feed.',
  partOnSite: 'Part of this article is only available on the website',
};

/** The words of pages in one language. */
export type Words = Readonly<Record<keyof typeof english, string>>;

const russian: Words = {
  languageName: 'Русский',
  skip: 'Перейти к содержанию',
  textSize: 'Размер текста',
  sizeNormal: 'Обычный',
  sizeLarge: 'Крупный',
  sizeLargest: 'Самый крупный',
  contrast: 'Высокая контрастность',
  sections: 'Разделы',
  tags: 'Метки',
  authors: 'Авторы',
  languages: 'Языки',
  collections: 'Подборки',
  podcasts: 'Подкасты',
  podcast: 'Подкаст',
  guests: 'Участники',
  chapters: 'Главы',
  transcript: 'Расшифровка',
  archive: 'Архив',
  subscribe: 'Подписаться',
  search: 'Поиск',
  searchNone: 'Ничего не найдено.',
  siteMap: 'Весь сайт',
  notFound: 'Такой страницы нет',
  notFoundText: 'Возможно, её перенесли или удалили. Воспользуйтесь поиском или начните с новых статей.',
  findFeed: 'Найти ленту',
  newest: 'Новые статьи',
  allArticles: 'Все статьи',
  older: 'Более ранние статьи',
  newer: 'Более поздние статьи',
  previous: 'Предыдущая статья',
  next: 'Следующая статья',
  updated: 'Обновлено',
  alsoIn: 'Другие языки',
  source: 'Источник',
  files: 'Файлы',
  empty: 'Статей пока нет.',
  perYear: 'Статьи по годам',
  perMonth: 'Статьи по месяцам',
  year: 'Год',
  month: 'Месяц',
  articles: 'Статей',
  follow: 'Следите в программе для чтения лент:',
  whatIsFeed:
    'Лента — это список новостей для особых программ. Скопируйте её адрес в такую программу, и новые статьи будут приходить сами: без регистрации, без почты и без рекламы.',
  whereToRead:
    'Программы для чтения лент есть для любого телефона и компьютера, многие из них бесплатны; ленты читают и почтовые программы, и проигрыватели подкастов. Подойдёт любой из трёх форматов.',
  allFeeds: 'Все ленты в одном файле, для загрузки в программу',
  copy: 'Скопировать адрес',
  copied: 'Скопировано',
  feedNote:
    'Это лента новостей. Чтобы подписаться, скопируйте её адрес из адресной строки в программу для чтения лент.',
  feedPage: 'Перейти на страницу',
  feedHelp: 'Как подписаться',
  feedEnded: 'Эта лента закрыта',
  feedEndedText: 'Новых статей в этой ленте больше не будет.',
  partOnSite: 'Часть этой статьи есть только на сайте',
};

const known: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['ru', russian],
]);

/** Languages that feedwright has the words of pages in. */
export const languagesWithWords: readonly string[] = [...known.keys()];

/** The words of pages in a language; in English where they are not known, but for the name of the language. */
export function wordsIn(language: string): Words {
  const words = known.get(language) ?? known.get(language.split('-')[0] ?? '');
  return words ?? { ...english, languageName: ownNameOf(language) };
}

/** What a language calls itself, with a capital: `Deutsch`. */
function ownNameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
