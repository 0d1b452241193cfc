import { stringify } from 'yaml';
import type { Dialect } from '../../dialects/dialect.js';

/** What is known of a new site. */
export interface NewSite {
  url: string;
  title: string;
  language: string;
  timezone: string;
  /** Folder of the site as its own tool builds it, where texts are to be taken from its pages. */
  rendered?: string;
}

/** The settings of a new site, each with a comment. Editors find their schema if the package is installed. */
export function settingsText(
  { url, title, language, timezone, rendered }: NewSite,
  tool: Dialect | undefined,
  hasPackage: boolean,
): string {
  const line = (name: string, value: string) =>
    value === '' ? `# ${name}:` : stringify({ [name]: value }).trimEnd();
  const schema = '# yaml-language-server: $schema=./node_modules/feedwright/schemas/settings.json\n';
  return `${hasPackage ? schema : ''}# All settings: https://github.com/feedwright/feedwright/blob/main/docs/settings.md

# Where the site is published. Feeds need absolute links.
${line('url', url)}
${line('title', title)}

# The language of the site (BCP 47), and the time zone of dates that are written without an offset.
${line('language', language)}
${line('timezone', timezone)}
${tool ? foreignSettings(tool, rendered) : '\n# The folder of articles, and the output folder.\narticles: articles\nout: dist\n'}`;
}

/** Settings of a site whose pages another tool makes. */
function foreignSettings({ label, output }: Dialect, rendered: string | undefined): string {
  const folder = rendered ?? output;
  const offer = folder
    ? `
# To take texts from the finished pages, with components and shortcodes: build the site with ${label} first, and name its
# output folder here.
${rendered ? '' : '# '}${stringify({ rendered: folder }).trimEnd()}
`
    : '';
  return `\n# ${label} builds the pages, and feedwright the feeds.\npages: false\n${offer}`;
}
