import { relative, resolve } from 'node:path';
import { UsageError } from '../diagnostics/usage-error.js';
import { printable } from '../platform/escape-name.js';
import type { Command } from './command.js';
import { textFlag } from './flags.js';
import { plural } from './terminal/amounts.js';

/** `feedwright import <file or address>`: a feed, or an export of WordPress, becomes article files. */
export const importCommand: Command = {
  name: 'import',
  description: 'Convert a feed or a WordPress export to articles',
  argument: { name: 'from', describe: 'File or URL of RSS, Atom, JSON Feed or WXR', isRequired: true },
  flags: {
    articles: { type: 'string', describe: 'Folder for the articles (default: articles)', group: 'Import:' },
    language: {
      type: 'string',
      describe: 'Language of the site; articles in it need no "language" field (default: en)',
      group: 'Import:',
    },
  },
  examples: [
    ['import https://example.org/feed.xml', 'The items of a feed and of its archives, as articles'],
    ['import wordpress.xml --articles posts', 'The posts of an export, into the folder "posts"'],
  ],
  async run(flags, terminal) {
    const text = (name: string) => textFlag(flags, name);
    const from = text('from');
    if (!from) {
      const hint = 'feedwright import https://example.org/feed.xml';
      throw new UsageError([{ message: 'Nothing to import: give a file or an address.', hint }]);
    }
    const articles = resolve(terminal.cwd, text('articles') ?? 'articles');
    // What reads feeds and writes Markdown takes time to load, and no other command needs it.
    const { importArticles } = await import('../import/import-articles.js');
    const { written, kept, leftOut, shortcodes, home } = await importArticles({
      from,
      cwd: terminal.cwd,
      articles,
      language: text('language') ?? 'en',
    });
    terminal.out(`${plural(written.length, 'article')} written into ${articles}`);
    if (kept.length > 0) terminal.out(`${plural(kept.length, 'file')} left unchanged, as they already exist`);
    const reasons = new Map<string, number>();
    for (const { reason } of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    for (const [reason, count] of reasons) terminal.out(printable(`${count} left out: ${reason}`));
    for (const [name, count] of shortcodes) {
      terminal.out(
        printable(`[${name}] stays as text in ${plural(count, 'article')}, as nothing here can replace it`),
      );
    }
    const folder = relative(terminal.cwd, articles) || '.';
    const argument = folder === 'articles' ? '' : ` ${/\s/.test(folder) ? `"${folder}"` : folder}`;
    const url = home && /^https?:\/\/[\w.:/-]+$/.test(home) ? home : 'https://example.org';
    if (written.length > 0) terminal.out(`Next: feedwright build${argument} --url ${url}`);
    return 0;
  },
};
