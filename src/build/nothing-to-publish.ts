import type { LeftOut, LeftOutReason } from '../articles/select-published.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';

/** What helps where every file was left out for a reason, most likely first. */
const advice: readonly (readonly [LeftOutReason, string])[] = [
  ['invalid', 'Correct the errors that are shown.'],
  [
    'no date',
    'Give articles a date: "date: 2021-09-02" in the front matter, or 2021-09-02- before the name.',
  ],
  ['draft', 'Publish drafts with --drafts, or remove "draft: true" from those that are finished.'],
  ['future', 'Publish articles dated in the future with --future.'],
  ['expired', 'All articles have expired.'],
  [
    'format not read',
    'feedwright reads Markdown and HTML: convert the articles, or read the built pages (--rendered).',
  ],
  ['not an article', 'Name the folder that the articles are in: feedwright build my-articles'],
];

/** FW082: a site without a single article would take everything from its subscribers that was published before. */
export function nothingToPublish(leftOut: readonly LeftOut[]): Diagnostic {
  const counts = advice.flatMap(([reason]) => {
    const count = leftOut.filter((file) => file.reason === reason).length;
    return count > 0 ? [`${reason} (${count})`] : [];
  });
  const [, hint] =
    advice.find(([reason]) => leftOut.some((file) => file.reason === reason)) ?? advice.at(-1) ?? [];
  const message =
    counts.length > 0 ? `No article is left to publish: ${counts.join(', ')}.` : 'There are no articles.';
  return diagnose('FW082', { file: '.', message, ...(hint ? { hint } : {}) });
}
