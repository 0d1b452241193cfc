import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { folderWith } from '../support/site-folder.js';

const run = promisify(execFile);
/** Debian's own Python has Debian's packages; another one may come first in the path. */
export const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The files that a site offers, by the names that people know them by. */
export const formats = { RSS: 'rss.xml', Atom: 'atom.xml', 'JSON Feed': 'feed.json' } as const;
export type Format = keyof typeof formats;

/**
 * What a program has of an item when it read it; nothing for what it has no place for. Texts are as a person would see
 * them; moments are in milliseconds.
 */
export interface Received {
  title?: string | undefined;
  /** As HTML, or as text where `summaryIsText`. */
  summary?: string | undefined;
  summaryIsText?: boolean;
  content?: string | undefined;
  published?: number | undefined;
  /** The day that is shown where a program shows dates as they were written. */
  day?: string | undefined;
  updated?: number | undefined;
  /** Of programs that show one. */
  author?: string | undefined;
  authors?: readonly string[] | undefined;
  categories?: readonly string[] | undefined;
  enclosures?: readonly string[] | undefined;
  picture?: string | undefined;
  id?: string | undefined;
  link?: string | undefined;
}

/** A program that reads feeds. */
export interface Reader {
  name: string;
  formats: readonly Format[];
  /** Programs beside the packages of this project, with arguments that do nothing. */
  needs: Readonly<Record<string, readonly string[]>>;
  /**
   * Reads the newest item.
   *
   * @param url where the feed is served
   * @param file the same on the disk
   */
  read(url: string, file: string, format: Format): Promise<Received>;
}

type Rest = Record<string, unknown>;

const time = (written: unknown): number | undefined => {
  const moment = written instanceof Date ? written.getTime() : Date.parse(String(written ?? ''));
  return Number.isNaN(moment) ? undefined : moment;
};
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const newsboat: Reader = {
  name: 'newsboat',
  formats: ['RSS', 'Atom'],
  needs: { newsboat: ['--version'], [python]: ['-c', 'import sqlite3'] },
  async read(url) {
    const folder = folderWith({ urls: `${url}\n`, config: 'max-items 0\n' });
    const files = ['-C', join(folder, 'config'), '-u', join(folder, 'urls'), '-c', join(folder, 'cache.db')];
    await run('newsboat', [...files, '-x', 'reload'], { env: { ...process.env, HOME: folder } });
    const { stdout } = await run(python, [beside('newsboat-cache.py'), join(folder, 'cache.db')]);
    const [item] = JSON.parse(stdout);
    return {
      title: item.title,
      content: item.content,
      published: item.pubDate * 1000,
      author: item.author,
      enclosures: [item.enclosure_url],
      id: item.guid,
      link: item.url,
    };
  },
};

const feedparser: Reader = {
  name: 'feedparser (Python)',
  formats: ['RSS', 'Atom'],
  needs: { [python]: ['-c', 'import feedparser'] },
  async read(url) {
    const { stdout } = await run(python, [beside('read-with-feedparser.py'), url]);
    const [item] = JSON.parse(stdout).items;
    return {
      title: item.title,
      summary: item.summary,
      summaryIsText: item.types.summary === 'text/plain',
      content: item.content[0],
      published: time(item.published),
      day: item.published,
      updated: item.changed === null ? undefined : item.changed * 1000,
      author: item.author,
      authors: [...item.authors, ...item.contributors],
      categories: item.tags,
      enclosures: item.enclosures.map(({ href }: { href: string }) => href),
      picture: item.media[0],
      id: item.id,
      link: item.link,
    };
  },
};

const rss2email: Reader = {
  name: 'rss2email',
  formats: ['RSS', 'Atom'],
  needs: { r2e: ['--version'], [python]: ['-c', 'import mailbox'] },
  async read(url) {
    const folder = folderWith({});
    const config = `[DEFAULT]
from = feeds@example.org
to = reader@example.org
email-protocol = maildir
maildir-path = ${folder}/mail
maildir-mailbox =
date-header = True
html-mail = True
use-8bit = True
user-agent = test
`;
    writeFileSync(join(folder, 'config'), config);
    const r2e = ['-c', join(folder, 'config'), '-d', join(folder, 'data.json')];
    const env = { ...process.env, HOME: folder };
    await run('r2e', [...r2e, 'add', 'town', url], { env });
    await run('r2e', [...r2e, 'run'], { env });
    const { stdout } = await run(python, [beside('read-mail.py'), join(folder, 'mail')]);
    const mails = JSON.parse(stdout).sort((a: { date: number }, b: { date: number }) => b.date - a.date);
    const [mail] = mails;
    return {
      title: mail.title,
      content: mail.content,
      published: mail.date * 1000,
      day: mail.shown,
      author: mail.author,
      categories: mail.tags.split(',').filter(Boolean),
      id: mail.id,
      link: mail.url,
    };
  },
};

const feedsmith: Reader = {
  name: 'feedsmith',
  formats: ['RSS', 'Atom', 'JSON Feed'],
  needs: {},
  async read(_url, file, format) {
    const text = readFileSync(file, 'utf8');
    if (format === 'RSS') {
      const item = parseRssFeed(text).items?.[0];
      return {
        title: item?.title,
        summary: item?.description,
        content: item?.content?.encoded,
        published: time(item?.pubDate),
        day: item?.pubDate,
        updated: time(item?.atom?.updated),
        authors: [...(item?.dc?.creators ?? []), ...(item?.dc?.contributors ?? [])],
        categories: item?.categories?.flatMap(({ name }) => name ?? []),
        enclosures: [
          ...(item?.enclosures?.map(({ url }) => url ?? '') ?? []),
          ...(item?.media?.contents?.filter(({ medium }) => medium !== 'image').map(({ url }) => url ?? '') ??
            []),
        ],
        picture: item?.media?.contents?.find(({ medium }) => medium === 'image')?.url,
        id: item?.guid?.value,
        link: item?.link,
      };
    }
    if (format === 'Atom') {
      const entry = parseAtomFeed(text).entries?.[0];
      const links = entry?.links ?? [];
      return {
        title: entry?.title?.value,
        summary: entry?.summary?.value,
        summaryIsText: (entry?.summary?.type ?? 'text') === 'text',
        content: entry?.content?.value,
        published: time(entry?.published),
        day: entry?.published,
        updated: time(entry?.updated),
        authors: entry?.authors?.flatMap(({ name }) => name ?? []),
        categories: entry?.categories?.flatMap(({ term }) => term ?? []),
        enclosures: links.filter(({ rel }) => rel === 'enclosure').flatMap(({ href }) => href ?? []),
        picture: entry?.media?.contents?.[0]?.url,
        id: entry?.id,
        link: links.find(({ rel }) => rel === 'alternate')?.href,
      };
    }
    const item = parseJsonFeed(text).items?.[0];
    return {
      title: item?.title,
      summary: item?.summary,
      summaryIsText: true,
      content: item?.content_html,
      published: time(item?.date_published),
      day: textOf(item?.date_published),
      updated: time(item?.date_modified),
      authors: item?.authors?.flatMap(({ name }) => name ?? []),
      categories: item?.tags,
      enclosures: item?.attachments?.flatMap(({ url }) => url ?? []),
      picture: item?.image,
      id: item?.id,
      link: item?.url,
    };
  },
};

const rssParser: Reader = {
  name: 'rss-parser',
  formats: ['RSS', 'Atom'],
  needs: {},
  async read(url) {
    const [item] = (await new Parser<Rest, Rest>().parseURL(url)).items;
    return {
      title: item?.title,
      summary: textOf(item?.summary),
      content: textOf(item?.['content:encoded']) ?? item?.content,
      published: time(item?.pubDate),
      day: item?.pubDate,
      author: textOf(item?.creator) ?? textOf(item?.author),
      categories: item?.categories,
      enclosures: item?.enclosure ? [item.enclosure.url] : undefined,
      id: item?.guid ?? textOf(item?.id),
      link: item?.link,
    };
  },
};

const nodeFeedparser: Reader = {
  name: 'feedparser (Node)',
  formats: ['RSS', 'Atom'],
  needs: {},
  async read(_url, file) {
    const parser = new FeedParser({});
    Readable.from([readFileSync(file)]).pipe(parser);
    for await (const item of parser as AsyncIterable<FeedParser.Item>) {
      return {
        title: item.title,
        summary: item.summary ?? undefined,
        content: item.description ?? undefined,
        published: time(item.pubdate),
        updated: time(item.date),
        author: item.author ?? undefined,
        categories: item.categories,
        enclosures: item.enclosures.map(({ url }) => url),
        picture: textOf((item.image as { url?: string }).url),
        id: item.guid,
        link: item.link,
      };
    }
    return {};
  },
};

const extractor: Reader = {
  name: 'feed-extractor',
  formats: ['RSS', 'Atom', 'JSON Feed'],
  needs: {},
  async read(_url, file, format) {
    const text = readFileSync(file, 'utf8');
    const feed = format === 'JSON Feed' ? extractFromJson(text) : extractFromXml(text);
    const item = feed.entries?.[0];
    return {
      title: item?.title,
      summary: item?.description,
      summaryIsText: true,
      published: time(item?.published),
      id: item?.id,
      link: item?.link,
    };
  },
};

/** Every program that Debian and npm have and that runs without a screen. */
export const readers: readonly Reader[] = [
  newsboat,
  feedparser,
  rss2email,
  feedsmith,
  rssParser,
  nodeFeedparser,
  extractor,
];
