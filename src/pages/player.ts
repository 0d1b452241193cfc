import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { PublishedArticle } from '../articles/article.js';
import type { Enclosure, Episode, Transcript } from '../articles/enclosure.js';
import { mainEnclosure } from '../feeds/podcasts/podcast.js';
import { readTranscript } from '../media/transcript.js';
import { decodePath } from '../platform/decode-path.js';
import { type Html, html } from './html.js';
import { languageAttributes } from './language-attributes.js';
import { relativeAddress } from './page-body.js';
import type { SiteIndex } from './site-index.js';
import type { LocalizedSite } from './templates.js';

/** The most bytes of a transcript that a page shows; a longer one is linked. */
const longestTranscript = 2_000_000;

/** What a player needs to know of its page. */
interface PlayerPage {
  article: PublishedArticle;
  localized: LocalizedSite;
  toRoot: string;
}

/**
 * The recording of an article: a player, unless its text has one, chapters that lead into the recording, also without
 * a script (Media Fragments URI 1.0), and the transcript.
 *
 * @param body of the article, as the page shows it
 */
export function player(page: PlayerPage, body: Html, siteIndex: SiteIndex): Html | '' {
  const { article, toRoot } = page;
  const enclosure = mainEnclosure(article);
  if (!article.episode || !enclosure) return '';
  const addressOf = (url: string) => relativeAddress(url, siteIndex.site.url, toRoot);
  const src = addressOf(enclosure.url);
  const isShown = body.text.includes(`src="${src}"`);
  return html`${!isShown && element(page, enclosure, addressOf)}${about(page, siteIndex)}${chapterList(article.episode, src, page)}${transcript(article.episode, src, page, addressOf)}`;
}

/** Who took part, and the podcast that the episode is in. */
function about({ article, localized, toRoot }: PlayerPage, siteIndex: SiteIndex): Html | '' {
  const { contributors = [] } = article;
  const podcast = siteIndex.podcastOf(article);
  if (contributors.length === 0 && !podcast) return '';
  const people = contributors.map(({ name }) => name).join(', ');
  const link =
    podcast && html`${localized.words.podcast}: <a href="${toRoot + podcast.path}">${podcast.title}</a>`;
  return html`<p class="fw-meta">${people && html`${localized.words.guests}: ${people}`}${people && link && ' · '}${link}</p>\n`;
}

function element({ article }: PlayerPage, enclosure: Enclosure, addressOf: (url: string) => string): Html {
  const { enclosures, episode, title, image, language } = article;
  const all = [enclosure, ...enclosures.filter(({ isAlternate }) => isAlternate)];
  const isVideo = enclosure.type.startsWith('video/');
  const same = all.filter(({ type }) => type.startsWith('video/') === isVideo);
  const sources = same.map(({ url, type }) => html`<source src="${addressOf(url)}" type="${type}">\n`);
  if (!isVideo)
    return html`<audio class="fw-player" controls preload="none" aria-label="${title}">\n${sources}</audio>\n`;
  const captions = (episode?.transcripts ?? []).filter(({ type }) => type === 'text/vtt');
  const tracks = captions.map(
    (each) =>
      html`<track kind="captions" src="${addressOf(each.url)}" srclang="${each.language ?? language}" label="${each.language ?? language}">\n`,
  );
  const { width, height } = enclosure;
  const size = width && height && html` width="${width}" height="${height}"`;
  const poster = image && html` poster="${addressOf(image.url)}"`;
  return html`<video class="fw-player" controls preload="none" aria-label="${title}"${size}${poster}>\n${sources}${tracks}</video>\n`;
}

function chapterList({ chapters }: Episode, src: string, { localized }: PlayerPage): Html | '' {
  if (!chapters) return '';
  const items = chapters.list.map(
    ({ start, title, url }) =>
      html`<li>${timeLink(start, src)} ${url ? html`<a href="${url}">${title}</a>` : title}</li>\n`,
  );
  return html`<details class="fw-chapters" open>\n<summary>${localized.words.chapters}</summary>\n<ol class="fw-plain">\n${items}</ol>\n</details>\n`;
}

/** A moment of the recording; the script makes the player go there. */
function timeLink(seconds: number, src: string): Html {
  return html`<a class="fw-time" href="${src}#t=${seconds}" data-time="${seconds}">${clock(seconds)}</a>`;
}

/** `1:02:03`, `2:03`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

function transcript(
  { transcripts }: Episode,
  src: string,
  { article, localized }: PlayerPage,
  addressOf: (url: string) => string,
): Html | '' {
  if (transcripts.length === 0) return '';
  const { words } = localized;
  const best = transcripts.find(({ language }) => (language ?? article.language) === article.language);
  const paragraphs = best ? paragraphsOf(best) : [];
  const text = paragraphs.map(
    ({ start, speaker, text: words }) =>
      html`<p>${start !== undefined && html`${timeLink(start, src)} `}${speaker !== undefined && html`<b>${speaker}:</b> `}${words}</p>\n`,
  );
  const links = transcripts.map((each) => {
    const language = each.language ?? article.language;
    return html` <a href="${addressOf(each.url)}" type="${each.type}" hreflang="${language}">${nameOf(each)}</a>`;
  });
  const files = html`${words.files}:${links}`;
  if (paragraphs.length === 0) return html`<p class="fw-meta">${words.transcript}: ${links}</p>\n`;
  return html`<details class="fw-transcript">\n<summary>${words.transcript}</summary>\n<div${languageAttributes(article.language, localized.language)}>\n${text}</div>\n<p class="fw-meta">${files}</p>\n</details>\n`;
}

/** What a page shows of a transcript; nothing of other formats, and of a file that is not UTF-8 or much too long. */
function paragraphsOf({ file, type }: Transcript) {
  if (file === undefined || !/^text\/(?:vtt|plain)$|subrip/.test(type)) return [];
  const content = readFileSync(file);
  const isShown = content.length <= longestTranscript && isUtf8(content);
  return isShown ? readTranscript(content.toString('utf8'), type) : [];
}

function nameOf({ url }: Transcript): string {
  return decodePath(new URL(url).pathname.split('/').at(-1) ?? '') || url;
}
