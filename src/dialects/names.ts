/** Names of the tools whose sites are recognised, as `--preset` takes them. */
export const dialectNames = [
  'hexo',
  'zola',
  'hugo',
  'astro',
  'docusaurus',
  'vitepress',
  'eleventy',
  'jekyll',
  'plain',
] as const;

/** Name of a tool. */
export type DialectName = (typeof dialectNames)[number];
