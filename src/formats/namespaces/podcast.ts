import type { PublishedArticle } from '../../articles/article.js';
import { publishedAt } from '../../articles/article.js';
import type { Enclosure, Episode } from '../../articles/enclosure.js';
import { mainEnclosure } from '../../feeds/podcasts/podcast.js';
import { rfc822 } from '../../language/timestamp.js';
import type { Placeholders } from '../feed-package/placeholders.js';
import type { PodcastHead } from '../format.js';
import type { Namespace } from './namespace.js';
import type { XmlElement } from './xml-element.js';

/** What podcast apps show beyond Apple's elements (the "podcast" namespace of Podcasting 2.0). */
export const podcast: Namespace = {
  prefix: 'podcast',
  uri: 'https://podcastindex.org/namespace/1.0',
  formats: ['rss'],
  isUsed: (head) => head.podcast !== undefined,
  itemElements({ article, isEpisode }, placeholders) {
    const { episode } = article;
    if (!isEpisode || !episode) return [];
    const { chapters, transcripts, soundbites = [] } = episode;
    const address = { type: placeholders.text('application/json+chapters') };
    return [
      ...numberElements(episode, placeholders),
      ...transcripts.map(({ url, type, language = article.language }) => {
        const rel = /vtt|subrip/.test(type) ? { rel: 'captions' } : {};
        return element(placeholders, 'transcript', { url, type, language, ...rel });
      }),
      ...(chapters
        ? [{ name: 'podcast:chapters', attributes: { url: placeholders.text(chapters.url), ...address } }]
        : []),
      ...soundbites.map(({ start, duration, title }) =>
        element(placeholders, 'soundbite', { startTime: start, duration }, title),
      ),
      ...peopleOf(article, placeholders),
      ...alternatesOf(article, placeholders),
    ];
  },
  feedElements({ podcast: head }, placeholders) {
    if (!head) return [];
    const { guid, locked, owner, medium, license, funding, txt, trailers } = head;
    const ownerAttribute = owner?.email ? { owner: owner.email } : {};
    return [
      element(placeholders, 'guid', {}, guid),
      element(placeholders, 'locked', ownerAttribute, locked ? 'yes' : 'no'),
      element(placeholders, 'medium', {}, medium),
      ...licenceOf(license, placeholders),
      ...funding.map(({ url, text }) => element(placeholders, 'funding', { url }, text)),
      ...txt.map(({ purpose, value }) => element(placeholders, 'txt', purpose ? { purpose } : {}, value)),
      ...trailers.flatMap((trailer) => trailerOf(trailer, placeholders) ?? []),
    ];
  },
};

function element(
  placeholders: Placeholders,
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  text?: string,
): XmlElement {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, placeholders.text(String(value))]);
  return {
    name: `podcast:${name}`,
    attributes: Object.fromEntries(written),
    ...(text === undefined ? {} : { text: placeholders.text(text) }),
  };
}

/** The numbers of the episode and its season, where they have names: without, Apple's elements say the same. */
function numberElements(
  { season, seasonName, number, display }: Episode,
  placeholders: Placeholders,
): XmlElement[] {
  return [
    ...(season !== undefined && seasonName
      ? [element(placeholders, 'season', { name: seasonName }, String(season))]
      : []),
    ...(number !== undefined && display
      ? [element(placeholders, 'episode', { display }, String(number))]
      : []),
  ];
}

function peopleOf(
  { authors, contributors = [] }: PublishedArticle,
  placeholders: Placeholders,
): XmlElement[] {
  const people = [
    ...authors.map((author) => ({ author, role: 'host' })),
    ...contributors.map((author) => ({ author, role: 'guest' })),
  ];
  return people.map(({ author: { name, url, avatar }, role }) => {
    const href = url && /^https?:/i.test(url) ? url : undefined;
    return element(placeholders, 'person', { role, href, img: avatar }, name);
  });
}

/** The recording in all of its formats and qualities, the one of the `enclosure` first. */
function alternatesOf(article: PublishedArticle, placeholders: Placeholders): XmlElement[] {
  const main = mainEnclosure(article);
  const others = article.enclosures.filter(({ isAlternate }) => isAlternate);
  if (!main || others.length === 0) return [];
  const alternate = ({ url, type, length, bitrate, height, title }: Enclosure): XmlElement => {
    const isDefault = url === main.url ? { default: true } : {};
    const attributes = { type, length: length || undefined, bitrate, height, title, ...isDefault };
    return {
      ...element(placeholders, 'alternateEnclosure', attributes),
      children: [element(placeholders, 'source', { uri: url })],
    };
  };
  return [main, ...others].map(alternate);
}

function licenceOf(license: PodcastHead['license'], placeholders: Placeholders): XmlElement[] {
  if (!license) return [];
  if (typeof license === 'string') return [element(placeholders, 'license', {}, license)];
  return [element(placeholders, 'license', { url: license.url }, license.name)];
}

function trailerOf(article: PublishedArticle, placeholders: Placeholders): XmlElement | undefined {
  const enclosure = mainEnclosure(article);
  if (!enclosure) return undefined;
  const { url, type, length } = enclosure;
  const pubdate = rfc822(publishedAt(article));
  const attributes = { url, pubdate, length: length || undefined, type, season: article.episode?.season };
  return element(placeholders, 'trailer', attributes, article.title);
}
