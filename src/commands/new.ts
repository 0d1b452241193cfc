import { UsageError } from '../diagnostics/usage-error.js';
import { languageTag } from '../language/language-tag.js';
import type { Command } from './command.js';
import { requestFrom, siteFlags, textFlag } from './flags.js';

/** `feedwright new "Title"`: creates an article. */
export const newCommand: Command = {
  name: 'new',
  description: 'Create an article',
  argument: { name: 'title', describe: 'Its title', isRequired: true },
  flags: {
    section: { type: 'string', describe: 'Section of the article', group: 'Article:' },
    draft: {
      type: 'boolean',
      default: true,
      describe: 'Mark it as a draft, which is not published (--no-draft: do not)',
      group: 'Article:',
    },
    language: { type: 'string', describe: 'Language of the article, such as ru', group: 'Article:' },
    config: siteFlags.config,
    now: siteFlags.now,
  },
  examples: [
    ['new "The ferry runs again" --section Economy', "A draft with today's date"],
    ['new "Паром снова ходит" --language ru --no-draft', 'In another language, published by the next build'],
  ],
  async run(flags, terminal) {
    const text = (name: string) => textFlag(flags, name);
    const title = text('title')?.trim();
    if (!title) {
      const hint = 'feedwright new "The ferry runs again"';
      throw new UsageError([{ message: 'The article needs a title.', hint }]);
    }
    const language = text('language');
    if (language !== undefined && languageTag(language) === undefined) {
      throw new UsageError([
        {
          message: `"${language}" is not a language tag such as en, ru or pt-BR.`,
          hint: 'Correct --language.',
        },
      ]);
    }
    const { config, now } = flags;
    const { resolveSite } = await import('../site/site.js');
    const { newArticle } = await import('./start/new-article.js');
    const request = requestFrom({ config, now }, terminal);
    // The address of the site does not matter yet.
    const site = await resolveSite({
      cwd: terminal.cwd,
      config: request.config,
      now: request.now ?? new Date(),
      fallbackUrl: 'https://example.org/',
    });
    const draft = flags.draft !== false;
    terminal.out(newArticle({ title, section: text('section'), language, draft }, site));
    if (draft) terminal.err('It is a draft: remove "draft: true" when it is ready to be published.');
    return 0;
  },
};
