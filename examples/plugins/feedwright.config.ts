import { defineConfig } from 'feedwright';
import { places } from './places.ts';

export default defineConfig({
  url: 'https://example.org',
  title: 'News of our town',
  feeds: { collections: [{ slug: 'roadworks', title: 'Roadworks', where: { tags: ['roadworks'] } }] },
  plugins: [places({ path: 'roadworks/', town: { latitude: 60.17, longitude: 24.94 } })],
});
