import { compareText } from '../text/compare-text.js';

/** Endings of files that may belong to an article without it saying so: recordings, and transcripts of them. */
const recordings = new Set(
  'aac aif aiff flac m4a m4b m4v mka mkv mov mp3 mp4 oga ogg ogv opus wav webm wma'.split(' '),
);
const transcripts = new Set(['vtt', 'srt', 'txt']);

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** The formats that every app plays; of several the first is the enclosure of RSS. */
const preferred = ['mp3', 'm4a', 'mp4', 'm4v', 'mov'];

/**
 * Orders recordings so that the one that most apps play is the first; of several, that which is called like the article, and
 * then the one with the shortest name: `film.mp4` before `film-small.mp4`.
 */
export function byPreference(a: string, b: string): number {
  const rank = (name: string) => [...preferred, endingOf(name)].indexOf(endingOf(name));
  const isIndex = (name: string) => (name.startsWith('index.') ? 0 : 1);
  return rank(a) - rank(b) || isIndex(a) - isIndex(b) || a.length - b.length || compareText(a, b);
}

/** Whether a file is sound or video, by its name. */
export function isRecording(name: string): boolean {
  return recordings.has(endingOf(name));
}

/** Whether a file may belong to an article without it saying so, by its ending. */
export function isCompanion(name: string): boolean {
  return isRecording(name) || transcripts.has(endingOf(name));
}

/**
 * The files of a folder that belong to one of its articles by their names: those that are called like it
 * (`episode.mp3`, `episode.en.vtt` beside `episode.md`), and all recordings in the folder of an `index.md`, with the
 * transcripts that are called like one of them.
 *
 * @param article name of its file
 * @param names of all files in the folder that {@link isCompanion} is true for, in order
 * @returns nothing where there is no recording or transcript for it
 */
export function companionsOf(article: string, names: readonly string[]): readonly string[] | undefined {
  const isBundle = /^index\./.test(article);
  const stems = isBundle ? names.filter(isRecording).map((name) => name.replace(/\.[^.]+$/, '')) : [];
  const own = article.replace(/\.[^.]+$/, '');
  const found = names.filter((name) => [own, ...stems].some((each) => isCalled(name, each)));
  return found.length > 0 ? found : undefined;
}

/** Whether a file has a name, with a language before its ending or not: `episode.mp3`, `episode.pt-BR.srt`. */
function isCalled(name: string, stem: string): boolean {
  if (!name.startsWith(`${stem}.`)) return false;
  const rest = name.slice(stem.length + 1).split('.');
  return (
    rest.length === 1 ||
    (rest.length === 2 && !isRecording(name) && /^[a-z]{2}(?:-[a-z0-9]{2,8})*$/i.test(rest[0] ?? ''))
  );
}
