import { createRequire } from 'node:module';
import { lazyImport } from '../../platform/lazy-import.js';

const require = createRequire(import.meta.url);

/** The parser of TOML, loaded with the first article that has some. */
export const toml = lazyImport<typeof import('smol-toml')>(() => require('smol-toml'));
