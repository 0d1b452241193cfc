import { astro } from './astro.js';
import type { Dialect } from './dialect.js';
import { docusaurus } from './docusaurus.js';
import { eleventy } from './eleventy.js';
import { gatsby } from './gatsby.js';
import { godev } from './godev.js';
import { hexo } from './hexo.js';
import { hugo } from './hugo.js';
import { jekyll } from './jekyll.js';
import { mkdocs } from './mkdocs.js';
import { nuxt } from './nuxt.js';
import { pelican } from './pelican.js';
import { plain } from './plain.js';
import { quarto } from './quarto.js';
import { vitepress } from './vitepress.js';
import { zola } from './zola.js';

/** Every tool whose sites are recognised, in the order in which they are tried. A new one is a new line here. */
export const dialects: readonly Dialect[] = [
  hexo,
  zola,
  hugo,
  astro,
  docusaurus,
  vitepress,
  gatsby,
  nuxt,
  mkdocs,
  quarto,
  pelican,
  godev,
  eleventy,
  jekyll,
  plain,
];

/** Names of the tools, as `--preset` takes them. */
export const dialectNames = dialects.map(({ name }) => name);

export { plain };
