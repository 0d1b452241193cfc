import { createRequire } from 'node:module';
import type { MarkdownFlavour } from '../articles/conventions.js';
import { lazyImport } from '../platform/lazy-import.js';

const require = createRequire(import.meta.url);
const emoji = lazyImport<typeof import('gemoji')>(() => require('gemoji'));

/** What hyphens, dots and angles stand for in a text (SmartyPants, kramdown, Goldmark's typographer). */
const typography: Readonly<Record<string, string>> = {
  '---': '—',
  '--': '–',
  '...': '…',
  '<<': '«',
  '>>': '»',
};

/** A text with the signs that a flavour of Markdown makes of letters. */
export function withSigns(text: string, { typographic, emojiCodes }: MarkdownFlavour): string {
  const shown = typographic
    ? text.replace(/(?<!-)-{2,3}(?!-)|\.{3}|<<|>>/g, (written) => typography[written] ?? written)
    : text;
  if (!emojiCodes || !shown.includes(':')) return shown;
  return shown.replace(/:([a-z0-9_+-]{1,50}):/g, (whole, name: string) => {
    const { nameToEmoji } = emoji();
    return Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? whole) : whole;
  });
}
