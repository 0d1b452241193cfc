import { defineConfig } from 'feedwright';
import { podcast } from './podcast.ts';

export default defineConfig({
  url: 'https://example.org',
  title: 'News of our town',
  feeds: { collections: [{ slug: 'podcast', title: 'To listen to', where: { has: 'audio' } }] },
  plugins: [podcast({ path: 'podcast/', category: 'News', explicit: false })],
});
