import { apache } from './apache.js';
import { cloudflare, netlify } from './headers-file.js';
import type { Host } from './host.js';
import { nginx } from './nginx.js';
import { vercel } from './vercel.js';

/** Every host that takes a file. A new one is a new entry here. */
export const hosts = [
  { name: 'netlify', files: netlify },
  { name: 'cloudflare', files: cloudflare },
  { name: 'apache', files: apache },
  { name: 'nginx', files: nginx },
  { name: 'vercel', files: vercel },
  // GitHub Pages takes no headers; the file keeps it from reading the site as Jekyll's.
  { name: 'github-pages', files: () => [{ path: '.nojekyll', text: '', givesWay: true }] },
] as const satisfies readonly Host[];

/** Names of the hosts, as the setting `hosting` takes them. */
export const hostNames = hosts.map(({ name }) => name);
