import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';
import type { ImageSize } from '../articles/measure-image.js';
import { lazyImport } from '../platform/lazy-import.js';
import { requireShallow } from '../text/budget.js';
import {
  elementAttributes,
  htmlElements,
  losesSomething,
  mathElements,
  withoutEnd,
  withTheirText,
} from './elements.js';
import { frame, withoutFallbacks } from './frames.js';

const require = createRequire(import.meta.url);
const sanitizer = lazyImport<typeof sanitizeHtml>(() => require('sanitize-html'));

/** What a body asks about the addresses in it. */
export interface BodyUrls {
  /** Gives the absolute form of an address. */
  resolve(url: string): string;
  /** Gives the size of a picture, where it is known. */
  measure(url: string): ImageSize | undefined;
}

/** What settings allow beyond what is safe and useful in every reader. */
export interface HtmlAllowances {
  /** Further elements. */
  tags: readonly string[];
  /** Further attributes, by element or `*`. */
  attributes: Readonly<Record<string, readonly string[]>>;
  /** Hosts whose frames may stay, such as `www.youtube-nocookie.com`. */
  frames: readonly string[];
}

const urlAttributes = ['href', 'xlink:href', 'src', 'poster', 'cite', 'data', 'longdesc'];
const schemes = 'http https mailto tel sms xmpp irc ircs ftp rsync git geo magnet matrix news'.split(' ');
/**
 * Makes HTML safe for feed readers and absolute: no scripts, styles, event handlers, forms or frames, no addresses
 * that run code, and every address as `resolve` gives it. A frame from a host that is not allowed becomes a link;
 * a checkbox of a task list becomes a character.
 *
 * @throws TooDeep
 *
 * @param html any HTML
 * @param allowed what settings allow beyond that
 * @param urls gives addresses their absolute form, and pictures their sizes, so that pages do not jump when they come
 * @param lost told the name of each element that is taken out with what it did, or with the text in it
 */
export function sanitize(
  html: string,
  allowed: HtmlAllowances,
  { resolve, measure }: BodyUrls,
  lost?: (element: string) => void,
): string {
  requireShallow(html);
  const frames = new Set(allowed.frames);
  const tags = new Set([...htmlElements, ...mathElements, ...allowed.tags]);
  return sanitizer()(withoutFallbacks(html), {
    allowedTags: [...tags, ...(frames.size > 0 ? ['iframe'] : [])],
    allowedAttributes: mergeAttributes(allowed.attributes),
    allowedClasses: { code: ['language-*'], section: ['footnotes'] },
    allowedSchemes: schemes,
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedSchemesAppliedToAttributes: urlAttributes,
    allowProtocolRelative: false,
    selfClosing: [...withoutEnd],
    allowedIframeHostnames: [...frames],
    nonTextTags: withTheirText.filter((tag) => !allowed.tags.includes(tag)),
    parseStyleAttributes: false,
    transformTags: {
      '*': (tagName, attribs) => {
        // KaTeX writes every formula twice: as MathML, and for the eye.
        if (attribs.class === 'katex-html') return { tagName: 'style', attribs: {} };
        if (lost && !tags.has(tagName) && losesSomething(tagName)) lost(tagName);
        return { tagName, attribs: absolute(attribs, resolve) };
      },
      img: (tagName, written) => {
        const attribs = withTrueAddress(written);
        return { tagName, attribs: { ...sized(attribs, measure), ...absolute(attribs, resolve) } };
      },
      input: (_tagName, attribs) => checkbox(attribs),
      iframe: (tagName, attribs) => frame(tagName, attribs, frames, resolve),
    },
  });
}

function mergeAttributes(more: HtmlAllowances['attributes']): Record<string, string[]> {
  const own = Object.entries(elementAttributes).map(([tag, names]) => [tag, [...names]]);
  const merged: Record<string, string[]> = {
    ...Object.fromEntries(own),
    iframe: ['src', 'title', 'width', 'height', 'allowfullscreen'],
  };
  for (const [tag, names] of Object.entries(more)) merged[tag] = [...(merged[tag] ?? []), ...names];
  return merged;
}

function absolute(
  attribs: sanitizeHtml.Attributes,
  resolve: (url: string) => string,
): sanitizeHtml.Attributes {
  const result: sanitizeHtml.Attributes = {};
  for (const [name, value] of Object.entries(attribs)) {
    // Data may be a picture, and nothing else.
    const isOther = /^\s*data:(?!image\/)/i.test(value);
    if (urlAttributes.includes(name)) Object.assign(result, isOther ? {} : { [name]: resolve(value) });
    else if (name === 'srcset') result[name] = absoluteSrcset(value, resolve);
    // Ids of the page around the article begin so; an article can't take them.
    else if (name !== 'id' || !/^fw-/i.test(value)) result[name] = value;
  }
  return result;
}

/** Where scripts that load pictures late keep their addresses. */
const lateSources = ['data-src', 'data-lazy-src', 'data-original'];
const lateSets = ['data-srcset', 'data-lazy-srcset'];

/** A picture that a script would load late has its true address: readers run no scripts. */
function withTrueAddress(attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const first = (names: readonly string[]) => names.map((name) => attribs[name]).find(Boolean);
  const [src, srcset] = [first(lateSources), first(lateSets)];
  if (!src && !srcset) return attribs;
  return { ...attribs, ...(src ? { src } : {}), ...(srcset ? { srcset } : {}) };
}

/** Width and height from the file, where the author gives neither. */
function sized(
  attribs: sanitizeHtml.Attributes,
  measure: (url: string) => ImageSize | undefined,
): sanitizeHtml.Attributes {
  const size = attribs.src && !attribs.width && !attribs.height ? measure(attribs.src) : undefined;
  return size ? { width: String(size.width), height: String(size.height) } : {};
}

/** Candidates of a srcset are separated by commas, and an address may hold commas but no white space. */
function absoluteSrcset(srcset: string, resolve: (url: string) => string): string {
  return srcset
    .split(/,\s+|,$/)
    .map((candidate) => candidate.trim().split(/\s+/))
    .filter(([url]) => url)
    .map(([url = '', ...descriptors]) => [resolve(url), ...descriptors].join(' '))
    .join(', ');
}

function checkbox(attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (attribs.type?.toLowerCase() !== 'checkbox') return { tagName: 'input', attribs: {} };
  return { tagName: 'span', attribs: {}, text: 'checked' in attribs ? '☑' : '☐' };
}
