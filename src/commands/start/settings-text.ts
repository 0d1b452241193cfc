import { stringify } from 'yaml';

/** What is known of a site that begins. */
export interface NewSite {
  url: string;
  title: string;
  language: string;
  timezone: string;
}

/** The settings of a site that begins, with a word on each. */
export function settingsText({ url, title, language, timezone }: NewSite, isForeign: boolean): string {
  const line = (name: string, value: string) => stringify({ [name]: value }).trimEnd();
  return `# yaml-language-server: $schema=./node_modules/feedwright/schemas/settings.json
# Everything that can be set: npx feedwright build --help, and docs/settings.md of feedwright.

# Where the site is published. Feeds need absolute links.
${line('url', url)}
${line('title', title)}

# The language of the site (BCP 47), and the time zone of dates that are written without one.
${line('language', language)}
${line('timezone', timezone)}
${
  isForeign
    ? '\n# The pages are made by another tool; feedwright writes the feeds.\npages: false\n'
    : '\n# Where articles are, and where the site goes.\narticles: articles\nout: dist\n'
}`;
}
