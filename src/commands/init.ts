import { basename } from 'node:path';
import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import type { Dialect } from '../dialects/dialect.js';
import { recognise } from '../dialects/recognise.js';
import { languageTag } from '../language/language-tag.js';
import { isTimeZone } from '../language/zoned-time.js';
import type { Command, RawFlags, Terminal } from './command.js';
import { requestFrom, textFlag } from './flags.js';
import { initSite } from './start/init-site.js';
import type { NewSite } from './start/settings-text.js';

/** A question about a new site, and what makes an answer to it a good one. */
interface Question {
  name: Exclude<keyof NewSite, 'rendered'>;
  question: string;
  /** What an empty answer means; nothing where an answer is needed. */
  standard(cwd: string): string | undefined;
  /** The answer as it is written into the settings; nothing where it is wrong. */
  read(answer: string): string | undefined;
  /** What a good answer looks like. */
  wanted: string;
}

const questions: readonly Question[] = [
  {
    name: 'url',
    question: 'Address of the site, such as https://news.example.org',
    standard: () => undefined,
    read: readAddress,
    wanted: 'an http or https address, such as https://news.example.org',
  },
  {
    name: 'title',
    question: 'Name of the site',
    standard: (cwd) => basename(cwd) || 'News',
    read: (answer) => answer,
    wanted: 'a name',
  },
  {
    name: 'language',
    question: 'Language of the site',
    standard: () => 'en',
    read: languageTag,
    wanted: 'a language tag such as en, ru or pt-BR',
  },
  {
    name: 'timezone',
    question: 'Time zone',
    standard: () => 'UTC',
    read: (answer) => (isTimeZone(answer) ? answer : undefined),
    wanted: 'a time zone such as Europe/Moscow',
  },
];

/** An address as people type it: `news.example.org` means `https://news.example.org`. */
function readAddress(answer: string): string | undefined {
  const address = /^[\w-]+(?:\.[\w-]+)+(?:[/:]|$)/.test(answer) ? `https://${answer}` : answer;
  return /^https?:\/\/[^/\s]/.test(address) && URL.canParse(address) ? address : undefined;
}

/** `feedwright init`: settings, a first article, and the file that remembers ids. */
export const init: Command = {
  name: 'init',
  description: 'Set up a new site, or add settings to an existing one',
  flags: {
    url: { type: 'string', describe: 'URL at which the site will be published', group: 'Site:' },
    title: { type: 'string', describe: 'Name of the site', group: 'Site:' },
    language: { type: 'string', describe: 'Language of the site, such as en or ru', group: 'Site:' },
    timezone: { type: 'string', describe: 'Time zone, such as Europe/Moscow', group: 'Site:' },
    rendered: {
      type: 'string',
      describe: 'Folder that another tool builds the site into; texts are taken from its pages',
      group: 'Site:',
    },
    workflow: { type: 'boolean', describe: 'Also write a workflow for GitHub Actions', group: 'Output:' },
    yes: { alias: 'y', type: 'boolean', describe: 'Do not ask questions', group: 'Output:' },
  },
  examples: [
    ['init', 'Answer a few questions'],
    ['init --yes --url https://example.org --language ru', 'Do not ask questions'],
  ],
  async run(flags, terminal) {
    const tool = recognise(terminal.cwd, undefined).dialect;
    const site = await answers(flags, terminal, tool);
    const workflow = flags.workflow === true;
    const { written, kept, recognised } = initSite({
      ...site,
      root: terminal.cwd,
      workflow,
      now: requestFrom({}, terminal).now ?? new Date(),
    });
    if (recognised) terminal.out(`${recognised.dialect.label} site, recognized by ${recognised.by}`);
    for (const path of written) terminal.out(`wrote ${path}`);
    for (const path of kept) terminal.out(`left ${path} unchanged`);
    terminal.out('Next: npx feedwright build');
    return 0;
  },
};

/**
 * What flags say, else people, who are asked again where an answer is wrong, else what is usual.
 *
 * @throws UsageError with every flag that is wrong, and with the address where nothing says it
 */
async function answers(flags: RawFlags, terminal: Terminal, tool: Dialect): Promise<NewSite> {
  const site: NewSite = { url: '', title: '', language: '', timezone: '' };
  const isAsked = flags.yes !== true && terminal.ask !== undefined;
  const problems: UsageProblem[] = [];
  for (const each of questions) {
    const given = textFlag(flags, each.name);
    const value = given === undefined ? undefined : each.read(given.trim());
    if (given !== undefined && value === undefined)
      problems.push({ message: `--${each.name} must be ${each.wanted}, but is "${given}".` });
    site[each.name] = value ?? '';
  }
  if (problems.length > 0) throw new UsageError(problems);
  const isForeign = tool.name !== 'plain';
  for (const each of questions) {
    if (textFlag(flags, each.name) !== undefined) continue;
    // What the settings of another tool say is not to be said twice, let alone otherwise.
    const usual = isForeign && each.name !== 'url' ? '' : each.standard(terminal.cwd);
    site[each.name] = isAsked ? await askUntilRight(each, usual, terminal) : (usual ?? noAddress());
  }
  const rendered =
    textFlag(flags, 'rendered') ?? (flags.yes === true ? '' : await askForPages(terminal, tool));
  return rendered ? { ...site, rendered } : site;
}

/** Asks until the answer can be used; an empty one stands for what is usual, where there is such. */
async function askUntilRight(
  { question, read, wanted }: Question,
  usual: string | undefined,
  terminal: Terminal,
): Promise<string> {
  const shown = usual === undefined ? '' : ` (${usual || 'as in the settings of the site'})`;
  for (;;) {
    const answer = (await terminal.ask?.(`${question}${shown}: `))?.trim() ?? '';
    if (answer === '' && usual !== undefined) return usual;
    const value = read(answer);
    if (value) return value;
    terminal.err(`  Please enter ${wanted}.`);
  }
}

function noAddress(): never {
  const hint = 'Add it: feedwright init --yes --url https://news.example.org';
  throw new UsageError([{ message: 'The site has no address, which feeds need for absolute links.', hint }]);
}

/** Offers to take texts from the pages that the tool of this folder builds. */
async function askForPages(terminal: Terminal, { label, output }: Dialect): Promise<string> {
  if (!output) return '';
  const question = `Take texts from the pages that ${label} builds? Name the folder, usually ${output} (no): `;
  return (await terminal.ask?.(question))?.trim() ?? '';
}
