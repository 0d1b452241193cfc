import type { TemplateFiles } from '../../articles/conventions.js';
import type { FileTracker } from '../../platform/fingerprints.js';
import { capitalise } from '../../text/capitalise.js';
import { escapeHtml } from '../../text/escape-html.js';

/** A tag of a template: `{{< figure src="a.png" >}}`, `{% highlight ruby %}`, `<Youtube id="x" />`. */
export interface Tag {
  name: string;
  /** What is given without a name, in its order. */
  values: readonly string[];
  named: Readonly<Record<string, string>>;
  /** What stands between the tag and its end; nothing where it has none. */
  inner?: string;
  /** The tag as it is written. */
  written: string;
}

/** What templates know of a site. */
export interface TemplateSite extends Partial<TemplateFiles> {
  /** Absolute, ending in `/`. */
  url: string;
  title: string;
  /** IANA name. */
  timezone: string;
}

/** What the tags of an article are read with. */
export interface SyntaxContext {
  /** The same object for every body of a site. */
  site: TemplateSite;
  /** The fields of the article, and what its tool adds to them: `title`, `url`, `date`. */
  page: Readonly<Record<string, unknown>>;
  /** Looks at the files that templates read. */
  files: FileTracker;
  /** Absolute address of another article, by its file or its name. */
  address(reference: string): string | undefined;
  /** Tags that are not known here, as they are written, by their names. */
  unknown: Map<string, string>;
}

type Meaning = (tag: Tag, context: SyntaxContext) => string;

const first = ({ values, named }: Tag, ...names: string[]): string =>
  names.map((name) => named[name]).find((value) => value) ?? values[0] ?? '';

const block = (html: string): string => `\n\n${html}\n\n`;
const link = (url: string, text = url): string => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
const media = (url: string): string => block(`<p>${link(url)}</p>`);

/** A tag that shows something of another host becomes a link to it. */
const linked = (prefix: string, ...names: string[]): Meaning => {
  return (tag) => media(prefix + first(tag, 'id', ...names).replace(/^https?:\/\/[^/]+\//, ''));
};

const code: Meaning = ({ values, named, inner = '' }) => {
  const language = (named.lang ?? named.language ?? values[0] ?? '').replace(/^lang:/, '');
  const fence = '`'.repeat(Math.max(3, ...[...inner.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return block(`${fence}${language}\n${inner.replace(/^\n+/, '').trimEnd()}\n${fence}`);
};

const figure: Meaning = (tag, { unknown }) => {
  const { named, inner } = tag;
  const src = first(tag, 'src', 'url', 'image', 'image_path', 'path');
  if (!src) return inner ?? '';
  if (!/\.[a-z0-9]{2,5}(?:[?#]|$)/i.test(src) && !/^https?:|\{/i.test(src)) {
    // The name of a picture in a list of the site's own is no address.
    unknown.set(`${tag.name} ${src}`, tag.written);
    return inner ?? '';
  }
  const alt = named.alt ?? named.caption ?? named.title ?? (tag.values.slice(1).join(' ') || '');
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
  const shown = named.link ? `<a href="${escapeHtml(named.link)}">${image}</a>` : image;
  const caption = [named.title, named.caption ?? inner?.trim(), named.attr].filter(Boolean).join('. ');
  const below = caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : '';
  return block(`<figure>${shown}${below}</figure>`);
};

const reference: Meaning = (tag, { address, unknown }) => {
  const [path = '', place] = first(tag, 'path', 'slug').split('#');
  // A shortcode of the site's own by this name is given an address as it is.
  const url = address(path) ?? (/^(https?:\/)?\/|^mailto:/.test(path) ? path : undefined);
  if (!url) unknown.set(`${tag.name} ${path}`, tag.written);
  return url ? url + (place ? `#${place}` : '') : '';
};

/** A remark beside the text, with its title in bold. */
export function aside(title: string, inner: string): string {
  return block(`<aside>\n\n**${title}**\n\n${inner.trim()}\n\n</aside>`);
}

const remark: Meaning = (tag) => {
  const { name, named, inner } = tag;
  const kind = /^(admonition|callout|alert|alertbox|notice)$/i.test(name)
    ? first(tag, 'type', 'kind', 'level')
    : name;
  const title = named.title || named.heading || kind || 'Note';
  return aside(capitalise(title), inner ?? tag.values.slice(1).join(' '));
};

const quotation: Meaning = (tag) => {
  const from = attributionOf(tag);
  const inner = (tag.inner ?? tag.values.join(' ')).trim();
  return block(`<blockquote>\n\n${inner}\n\n${from && `<p>— ${from}</p>\n`}</blockquote>`);
};

/**
 * Whose a quotation is: `author` and `source`; or what a tag around it says without names, which is an author, and the
 * address and title of a page (Hexo, "Block Quote"). Components have flags and classes there.
 */
function attributionOf({ inner, values, named, written }: Tag): string {
  const from = [named.author, named.source].filter(Boolean).join(', ');
  if (from) return escapeHtml(from);
  if (inner === undefined || values.length === 0 || !written.startsWith('{')) return '';
  const given = written.replace(/^\{[{%][<%]?-?\s*\S+|-?[>%]?[%}]\}$/g, '');
  const at = given.search(/https?:\/\//);
  const by = (at === -1 ? given : given.slice(0, at)).trim().replace(/^["']|["']$/g, '');
  const [url, ...title] = at === -1 ? [] : given.slice(at).trim().split(/\s+/);
  return [escapeHtml(by), url && link(url, title.join(' ') || url)].filter(Boolean).join(', ');
}

const inside: Meaning = ({ inner = '' }) => inner;
const nothing: Meaning = () => '';

/** What the tags mean that the tools bring with them, and those that most of their themes have. */
const meanings: Readonly<Record<string, Meaning>> = {
  highlight: code,
  codeblock: code,
  code,
  figure,
  img: figure,
  image: figure,
  picture: figure,
  asset_img: figure,
  youtube: (tag) => media(youtubeAddress(first(tag, 'id', 'videoId', 'videoid', 'src', 'url'))),
  liteyoutubeembed: (tag) => media(youtubeAddress(first(tag, 'id'))),
  video: (tag) => media(first(tag, 'src', 'url', 'id')),
  vimeo: linked('https://vimeo.com/'),
  tweet: (tag) => media(tweetAddress(tag)),
  x: (tag) => media(tweetAddress(tag)),
  twitter: (tag) => media(tweetAddress(tag)),
  instagram: linked('https://www.instagram.com/p/'),
  gist: (tag) => media(gistAddress(tag)),
  codepen: linked('https://codepen.io/', 'url'),
  ref: reference,
  relref: reference,
  link: (tag, context) =>
    tag.values.length > 1 ? link(tag.values[1] ?? '', tag.values[0]) : reference(tag, context),
  post_url: reference,
  post_path: reference,
  post_link: (tag, context) => link(reference(tag, context), tag.values.slice(1).join(' ') || tag.values[0]),
  button: (tag) =>
    link(first(tag, 'href', 'url', 'link'), tag.named.text || tag.inner?.trim() || tag.values[1]),
  ...Object.fromEntries(
    ['accordion', 'accordion-item', 'collapsible'].map((name): [string, Meaning] => [
      name,
      (tag, context) => meanings.details?.(tag, context) ?? '',
    ]),
  ),
  details: ({ named, values, inner = '' }) =>
    block(
      `<details>\n<summary>${escapeHtml(named.summary ?? named.title ?? named.label ?? named.name ?? values[0] ?? '')}</summary>\n\n${inner.trim()}\n\n</details>`,
    ),
  blockquote: quotation,
  quote: quotation,
  ...Object.fromEntries(
    'note tip info warning caution danger important admonition callout alert alertbox notice hint'
      .split(' ')
      .map((name) => [name, remark]),
  ),
  ...Object.fromEntries(
    'tabs tab tabitem tabpanel tabs-item code-group code-preview code-collapse carousel columns column center div card cards steps'
      .split(' ')
      .map((name) => [name, inside]),
  ),
  raw: inside,
  comment: nothing,
  'prettier-ignore': nothing,
};

/** The text that a tag stands for; one that is not known leaves what is inside of it, and is remembered. */
export function meaningOf(tag: Tag, context: SyntaxContext): string {
  const name = tag.name.toLowerCase();
  const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  if (meaning) return meaning(tag, context);
  context.unknown.set(tag.name, tag.written);
  return tag.inner ?? '';
}

function youtubeAddress(id: string): string {
  return /^https?:/.test(id) ? id : `https://www.youtube.com/watch?v=${id}`;
}

function gistAddress(tag: Tag): string {
  const id = tag.values.slice(0, 2).join('/') || first(tag, 'id', 'url');
  return /^https?:/.test(id) ? id : `https://gist.github.com/${id}`;
}

function tweetAddress({ values, named }: Tag): string {
  const id = named.id ?? values.at(-1) ?? '';
  return /^https?:/.test(id) ? id : `https://twitter.com/${named.user ?? 'i/web'}/status/${id}`;
}

/**
 * Reads what is given to a tag: `"a b"`, `src=x`, `src="x"`, `id: 'x'`, with commas or white space between.
 *
 * @param written between the name and the end of the tag
 */
export function readValues(written: string): Pick<Tag, 'values' | 'named'> {
  const values: string[] = [];
  const named: Record<string, string> = {};
  const parts =
    /(?:([\w:.-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|\{([^{}]*)\}|([^\s,"'`=]+))/g;
  for (const [, name, double, single, ticked, braced, bare] of written.matchAll(parts)) {
    const value = (double ?? single)?.replace(/\\(.)/g, '$1') ?? ticked ?? unbraced(braced) ?? bare ?? '';
    if (name) named[name] = value;
    else values.push(value);
  }
  return { values, named };
}

/** `{ "x" }` is `x`. */
function unbraced(written: string | undefined): string | undefined {
  return written?.trim().replace(/^["'`]|["'`]$/g, '');
}
