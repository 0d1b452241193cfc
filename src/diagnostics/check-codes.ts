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
    title: 'link to no file and no article',
    level: 'warning',
    advice: 'Correct the link, or put the file beside the article.',
  },
  FW063: {
    title: 'picture that is not there',
    level: 'warning',
    advice: 'Correct the address, or put the file beside the article.',
  },
  FW064: {
    title: 'picture without alternative text',
    level: 'warning',
    advice: 'Say in a few words what is on it, for people who cannot see it: `![words](picture.jpg)`.',
  },
  FW065: {
    title: 'no summary',
    level: 'off',
    advice: 'Add a `summary` of one or two sentences; without it the first paragraph stands in.',
  },
  FW066: {
    title: 'title too long for readers',
    level: 'warning',
    advice: 'Readers cut long titles off. Say it in under 120 characters.',
  },
  FW068: {
    title: 'id changed since it was published',
    level: 'warning',
    advice: 'Readers will show the article as new. Put the former id into the field `id`.',
  },
  FW069: {
    title: 'date changed since it was published',
    level: 'warning',
    advice: 'Keep the date of the first publication, and write the new one into `updated`.',
  },
} as const satisfies Record<string, CodeEntry>;
