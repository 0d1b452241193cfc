import { stringify } from 'yaml';
import type { Dialect } from '../../dialects/dialect.js';

/** What is known of a site that begins. */
export interface NewSite {
  url: string;
  title: string;
  language: string;
  timezone: string;
  /** Folder of the site as its own tool builds it, where texts are to be taken from its pages. */
  rendered?: string;
}

/** The settings of a site that begins, with a word on each. */
export function settingsText(
  { url, title, language, timezone, rendered }: NewSite,
  tool: Dialect | undefined,
): string {
  const line = (name: string, value: string) =>
    value === '' ? `# ${name}:` : stringify({ [name]: value }).trimEnd();
  return `# yaml-language-server: $schema=./node_modules/feedwright/schemas/settings.json
# Everything that can be set: npx feedwright build --help, and docs/settings.md of feedwright.

# Where the site is published. Feeds need absolute links.
${line('url', url)}
${line('title', title)}

# The language of the site (BCP 47), and the time zone of dates that are written without one.
${line('language', language)}
${line('timezone', timezone)}
${tool ? foreignSettings(tool, rendered) : '\n# Where articles are, and where the site goes.\narticles: articles\nout: dist\n'}`;
}

/** Settings of a site whose pages another tool makes. */
function foreignSettings({ label, output }: Dialect, rendered: string | undefined): string {
  const folder = rendered ?? output;
  const offer = folder
    ? `
# Texts as the site shows them, components and shortcodes included: build the site with ${label} first, and name the folder
# that it writes.
${rendered ? '' : '# '}${stringify({ rendered: folder }).trimEnd()}
`
    : '';
  return `\n# The pages are made by ${label}; feedwright writes the feeds.\npages: false\n${offer}`;
}
