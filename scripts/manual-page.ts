import { generator } from '../src/platform/generator.js';
import { commandReference, environment, exitCodes, type FlagLine, sharedFlags } from './command-reference.js';

/** Text of roff (groff_man(7)): what begins with a dot or quote would be a request, and a hyphen is typographic. */
const escaped = (text: string) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');

const terms = (lines: readonly (readonly [string, string])[]) =>
  lines.map(([term, text]) => `.TP\n.B ${escaped(term)}\n${escaped(text)}\n`).join('');
const flagTerms = (flags: readonly FlagLine[]) =>
  terms(flags.map(({ usage, describe }) => [usage, describe]));

/** The manual page, made from the commands themselves. */
export function manualPage(): string {
  const sections = commandReference.map(
    ({ usage, description, argument, flags, shared }) => `.SS ${escaped(usage)}
${escaped(description)}.
${argument ? `.TP\n.I ${escaped(argument.name)}\n${escaped(argument.describe)}\n` : ''}${flagTerms(flags)}${shared ? `.PP\nIt also accepts the ${escaped(shared)}.\n` : ''}`,
  );
  const examples = commandReference.flatMap(({ examples: all }) =>
    all.map(([line, does]) => `.PP\n${escaped(does)}:\n.PP\n.EX\nfeedwright ${escaped(line)}\n.EE\n`),
  );
  return `.TH FEEDWRIGHT 1 "" "feedwright ${generator.version}"
.SH NAME
feedwright \\- turn a folder of articles into RSS, Atom and JSON Feed
.SH SYNOPSIS
.B feedwright
.RI [ command ]
.RI [ flags ]
.SH DESCRIPTION
feedwright reads articles with front matter and writes feeds and pages as static files.
Without a command, it builds the site.
.SH COMMANDS
${sections.join('')}.SH FLAGS FOR THE SITE
${flagTerms(sharedFlags)}.SH EXIT STATUS
${terms(exitCodes)}.SH ENVIRONMENT
${terms(environment)}.SH EXAMPLES
${examples.join('')}`;
}
