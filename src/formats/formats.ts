import { atom } from './atom.js';
import type { FeedFormat } from './format.js';
import { jsonFeed } from './json-feed.js';
import { rss } from './rss.js';

/** Every format of feeds, in the order in which pages offer them. A new one is a new line here. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, jsonFeed];
