import { all, one, parseXml, type XmlElement } from './xml.js';

const mailDate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;
const atomDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?(Z|[+-]\d{2}:\d{2})$/;
const absolute = /^[a-z][a-z0-9+.-]*:\S+$/i;

/**
 * Checks an RSS document by the specification, the W3C feed validator's rules and the RSS Advisory Board's
 * best-practices profile.
 *
 * @returns what is wrong; nothing in a good document
 */
export function problemsOfRss(xml: string): string[] {
  const rss = parseXml(xml);
  const channel = one(rss, 'channel');
  const problems: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(what);
  };
  expect(rss.attributes.version === '2.0', 'version is not 2.0');
  for (const name of ['title', 'link', 'description']) expect(all(channel, name).length === 1, `one ${name}`);
  for (const name of ['language', 'copyright', 'lastBuildDate', 'generator', 'docs', 'ttl', 'image']) {
    expect(all(channel, name).length <= 1, `${name} at most once`);
  }
  expect(
    all(channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self').length === 1,
    'one atom:link to itself',
  );
  for (const date of all(channel, 'lastBuildDate'))
    expect(mailDate.test(date.text), `lastBuildDate ${date.text}`);
  for (const image of all(channel, 'image')) {
    expect(
      one(image, 'title').text === one(channel, 'title').text,
      'title of the image is that of the channel',
    );
    expect(one(image, 'link').text === one(channel, 'link').text, 'link of the image is that of the channel');
  }
  const guids = new Set<string>();
  for (const item of all(channel, 'item')) problems.push(...problemsOfItem(item, guids));
  return problems;
}

function problemsOfItem(item: XmlElement, guids: Set<string>): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(what);
  };
  const guid = one(item, 'guid');
  expect(!guids.has(guid.text), `guid ${guid.text} twice`);
  guids.add(guid.text);
  expect(
    guid.attributes.isPermaLink === 'false' || /^https?:/.test(guid.text),
    `guid ${guid.text} is no permalink`,
  );
  expect(absolute.test(one(item, 'link').text), `link ${one(item, 'link').text}`);
  expect(mailDate.test(one(item, 'pubDate').text), `pubDate ${one(item, 'pubDate').text}`);
  expect(all(item, 'title').length + all(item, 'description').length > 0, 'title or description');
  expect(!/<\w/.test(all(item, 'title')[0]?.text.replace(/<b>/g, '') ?? ''), 'markup in a title');
  expect(all(item, 'author').length === 0, 'author is not an e-mail address');
  expect(all(item, 'enclosure').length <= 1, 'one enclosure');
  for (const { attributes } of all(item, 'enclosure')) {
    expect(/^https?:/.test(attributes.url ?? ''), 'url of the enclosure');
    expect(/^\d+$/.test(attributes.length ?? '') && /^\w+\/\S+$/.test(attributes.type ?? ''), 'enclosure');
    expect(Object.keys(attributes).length === 3, 'attributes of the enclosure');
  }
  for (const content of all(item, 'content:encoded')) problems.push(...relativeAddresses(content.text));
  return problems;
}

/** Checks an Atom document by RFC 4287. */
export function problemsOfAtom(xml: string): string[] {
  const feed = parseXml(xml);
  const problems: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(what);
  };
  const ids = new Set<string>();
  const check = (element: XmlElement) => {
    for (const name of ['id', 'title', 'updated'])
      expect(all(element, `atom:${name}`).length === 1, `one ${name}`);
    const id = one(element, 'atom:id').text;
    expect(absolute.test(id.replace(/[<>]/g, '')) && !ids.has(id), `id ${id}`);
    expect(atomDate.test(one(element, 'atom:updated').text), 'updated');
    for (const { attributes } of all(element, 'atom:link')) {
      expect(absolute.test(attributes.href ?? ''), `href ${attributes.href}`);
      expect(attributes.length === undefined || /^[1-9]\d*$/.test(attributes.length), 'length of a link');
    }
    for (const { attributes } of all(element, 'atom:category'))
      expect(Boolean(attributes.term), 'term of a category');
    for (const author of all(element, 'atom:author'))
      expect(one(author, 'atom:name').text !== '', 'name of an author');
    const alternates = all(element, 'atom:link').filter(({ attributes }) => attributes.rel === 'alternate');
    expect(alternates.length === 1, 'one link to the page');
    return id;
  };
  check(feed);
  expect(all(feed, 'atom:author').length === 1, 'an author');
  expect(
    all(feed, 'atom:link').filter(({ attributes }) => attributes.rel === 'self').length === 1,
    'a link to itself',
  );
  for (const entry of all(feed, 'atom:entry')) {
    ids.add(check(entry));
    expect(all(entry, 'atom:content').length + all(entry, 'atom:summary').length > 0, 'content or summary');
    for (const content of all(entry, 'atom:content')) problems.push(...relativeAddresses(content.text));
  }
  return problems;
}

/** Checks a JSON Feed by version 1.1. */
export function problemsOfJsonFeed(json: string): string[] {
  const feed = JSON.parse(json);
  const problems: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(what);
  };
  expect(feed.version === 'https://jsonfeed.org/version/1.1', 'version');
  expect(typeof feed.title === 'string' && Array.isArray(feed.items), 'title and items');
  for (const name of ['home_page_url', 'feed_url']) expect(/^https?:/.test(feed[name]), name);
  const ids = new Set<string>();
  for (const item of feed.items) {
    expect(typeof item.id === 'string' && !ids.has(item.id), `id ${item.id}`);
    ids.add(item.id);
    expect(typeof (item.content_html ?? item.content_text) === 'string', 'content');
    expect(item.author === undefined && item.content_html !== '', 'members of version 1.1');
    expect(atomDate.test(item.date_published), 'date_published');
    for (const { name, url } of item.authors ?? []) expect(Boolean(name || url), 'author');
    for (const { url, mime_type } of item.attachments ?? [])
      expect(/^https?:/.test(url) && Boolean(mime_type), 'attachment');
    problems.push(...relativeAddresses(item.content_html ?? ''));
  }
  return problems;
}

function relativeAddresses(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|poster|cite)="([^"]*)"/g)]
    .map(([, url = '']) => url)
    .filter((url) => !/^[a-z][a-z0-9+.-]*:/i.test(url))
    .map((url) => `the address "${url}" is not absolute`);
}
