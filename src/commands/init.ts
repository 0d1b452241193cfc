import { basename } from 'node:path';
import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import type { Dialect } from '../dialects/dialect.js';
import { recognise } from '../dialects/recognise.js';
import { languageTag } from '../language/language-tag.js';
import { isTimeZone } from '../language/zoned-time.js';
import type { Command, RawFlags, Terminal } from './command.js';
import { textFlag } from './flags.js';
import { initSite } from './start/init-site.js';
import type { NewSite } from './start/settings-text.js';

const questions: readonly {
  name: Exclude<keyof NewSite, 'rendered'>;
  question: string;
  standard(cwd: string): string;
}[] = [
  {
    name: 'url',
    question: 'Address at which the site will be published',
    standard: () => 'https://example.org',
  },
  { name: 'title', question: 'Name of the site', standard: (cwd) => basename(cwd) || 'News' },
  { name: 'language', question: 'Language of the site', standard: () => 'en' },
  { name: 'timezone', question: 'Time zone', standard: () => 'UTC' },
];

/** `feedwright init`: settings, a first article, and the file that remembers ids. */
export const init: Command = {
  name: 'init',
  description: 'Begin a site, or give one of another tool its settings',
  flags: {
    url: { type: 'string', describe: 'Address at which the site will be published', group: 'Site:' },
    title: { type: 'string', describe: 'Name of the site', group: 'Site:' },
    language: { type: 'string', describe: 'Language of the site, such as en or ru', group: 'Site:' },
    timezone: { type: 'string', describe: 'Time zone, such as Europe/Moscow', group: 'Site:' },
    rendered: {
      type: 'string',
      describe: 'Folder that another tool builds the site into, to take texts from its pages',
      group: 'Site:',
    },
    workflow: { type: 'boolean', describe: 'Write a workflow for GitHub Actions, too', group: 'Output:' },
    yes: { alias: 'y', type: 'boolean', describe: 'Ask nothing', group: 'Output:' },
  },
  examples: [
    ['init', 'Ask for what has to be known'],
    ['init --yes --url https://example.org --language ru', 'Ask nothing'],
  ],
  async run(flags, terminal) {
    const tool = recognise(terminal.cwd, undefined).dialect;
    const site = checked(await answers(flags, terminal, tool));
    const workflow = flags.workflow === true;
    const { written, kept, recognised } = initSite({
      ...site,
      root: terminal.cwd,
      workflow,
      now: new Date(),
    });
    if (recognised) terminal.out(`${recognised.dialect.label} site, recognised by ${recognised.by}`);
    for (const path of written) terminal.out(`wrote ${path}`);
    for (const path of kept) terminal.out(`left ${path} as it was`);
    terminal.out('Next: npx feedwright build');
    return 0;
  },
};

/** What flags say, else people, else what is usual. */
async function answers(flags: RawFlags, terminal: Terminal, tool: Dialect): Promise<NewSite> {
  const site: NewSite = { url: '', title: '', language: '', timezone: '' };
  const isForeign = tool.name !== 'plain';
  for (const { name, question, standard } of questions) {
    const given = textFlag(flags, name);
    // What the settings of another tool say is not to be said twice, let alone otherwise.
    const usual = isForeign && name !== 'url' ? '' : standard(terminal.cwd);
    const asked =
      given === undefined && flags.yes !== true
        ? await terminal.ask?.(`${question} (${usual || 'as in the settings of the site'}): `)
        : '';
    site[name] = given ?? (asked?.trim() || usual);
  }
  const rendered =
    textFlag(flags, 'rendered') ?? (flags.yes === true ? '' : await askForPages(terminal, tool));
  return rendered ? { ...site, rendered } : site;
}

/** Offers to take texts from the pages that the tool of this folder builds. */
async function askForPages(terminal: Terminal, { label, output }: Dialect): Promise<string> {
  if (!output) return '';
  const question = `Take texts from the pages that ${label} builds? Name the folder, usually ${output} (no): `;
  return (await terminal.ask?.(question))?.trim() ?? '';
}

function checked(site: NewSite): NewSite {
  const problems: UsageProblem[] = [];
  const tag = site.language === '' ? '' : languageTag(site.language);
  if (!/^https?:\/\/[^/]/.test(site.url) || !URL.canParse(site.url)) {
    problems.push({ message: `"${site.url}" is not an http or https address.` });
  }
  if (tag === undefined)
    problems.push({ message: `"${site.language}" is no language tag such as en, ru or pt-BR.` });
  if (site.timezone !== '' && !isTimeZone(site.timezone))
    problems.push({ message: `"${site.timezone}" is not a time zone such as Europe/Moscow.` });
  if (problems.length > 0) throw new UsageError(problems);
  return { ...site, language: tag ?? site.language };
}
