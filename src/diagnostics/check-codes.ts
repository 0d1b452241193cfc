import type { CodeEntry } from './code-entry.js';

/** The problems that `feedwright check` tells, and a build does not. */
export const checkCodes = {
  FW060: {
    title: 'unknown field that looks like a typo',
    level: 'warning',
    advice: 'Correct the name of the field. Fields that feedwright does not know are left alone.',
  },
  FW061: {
    title: 'two dates that disagree',
    level: 'warning',
    advice: 'Keep one of them, or make both say the same day.',
  },
  FW062: {
    title: 'link that leads nowhere',
    level: 'warning',
    advice: 'Correct the link, or put the file next to the article.',
  },
  FW063: {
    title: 'missing picture',
    level: 'warning',
    advice: 'Correct the address, or put the file next to the article.',
  },
  FW064: {
    title: 'picture without alternative text',
    level: 'warning',
    advice: 'Describe the picture in a few words for people who cannot see it: `![words](picture.jpg)`.',
  },
  FW065: {
    title: 'no summary',
    level: 'off',
    advice: 'Add a `summary` of one or two sentences; without one, the first paragraph is used.',
  },
  FW066: {
    title: 'title too long for readers',
    level: 'warning',
    advice: 'Readers cut off long titles. Use fewer than 120 characters.',
  },
  FW068: {
    title: 'id changed since it was published',
    level: 'warning',
    advice: 'Readers will show the article as new. Put the previous id in the `id` field.',
  },
  FW069: {
    title: 'date changed since it was published',
    level: 'warning',
    advice: 'Keep the original date, and put the new one in `updated`.',
  },
} as const satisfies Record<string, CodeEntry>;
