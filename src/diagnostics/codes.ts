import { checkCodes } from './check-codes.js';
import type { CodeEntry } from './code-entry.js';
import { podcastCodes } from './podcast-codes.js';

/**
 * Every problem that feedwright can report about articles, by its stable code.
 *
 * `title` names the problem, `level` is what it is unless settings say otherwise, and `advice` is what the
 * documentation says to do about it. A code is never given another meaning. What is off is told only where settings
 * say so.
 */
export const codes = {
  FW001: {
    title: 'front matter does not parse',
    level: 'error',
    advice: 'Correct the line that is shown. Text with a colon or a quote in it needs quotes around it.',
  },
  FW002: {
    title: 'front matter is never closed',
    level: 'error',
    advice: 'End the front matter with the fence that opened it, alone on a line.',
  },
  FW003: {
    title: 'front matter in a language that is not read',
    level: 'error',
    advice: 'Use YAML, TOML or JSON. Code in front matter is never executed.',
  },
  FW004: {
    title: 'front matter is not a list of fields',
    level: 'error',
    advice: 'Write one "name: value" on each line.',
  },
  FW005: {
    title: 'field is there twice',
    level: 'warning',
    advice: 'Delete the one that is not meant. The last value counts.',
  },
  FW010: {
    title: 'field has the wrong type',
    level: 'error',
    advice: 'Write the value in the form that the message shows.',
  },
  FW012: {
    title: 'date not understood',
    level: 'error',
    advice: 'Write it as 2021-09-02, 2021-09-02 14:30 or 02.09.2021, or add its form to `dateFormats`.',
  },
  FW020: {
    title: 'two articles with one address',
    level: 'error',
    advice:
      'Give one of them another `slug` or `permalink`, or put :section, :year or :path into the pattern.',
  },
  FW021: {
    title: 'two articles with one id',
    level: 'error',
    advice: 'An id names one article for ever: remove the copied `id` from the newer article.',
  },
  FW022: {
    title: 'address not usable',
    level: 'error',
    advice: 'A permalink is a path inside the site, such as /2021/forum/, without "..", "//" or "\\".',
  },
  FW023: {
    title: 'id is not a full address',
    level: 'warning',
    advice: 'Atom needs ids that are IRIs (RFC 4287, 4.2.6); a bare id is published as urn:feedwright:ID.',
  },
  FW024: {
    title: 'two names with one address',
    level: 'warning',
    advice: 'Write the name in the same way everywhere, or give one of the two another name.',
  },
  FW025: {
    title: 'address is that of a page of the site',
    level: 'warning',
    advice: 'The article has no page of its own then. Give it another `slug` or `permalink`.',
  },
  FW026: {
    title: 'former address that cannot be published',
    level: 'warning',
    advice: 'Correct or delete the address in feedwright.lock; what is there now is not redirected.',
  },
  FW027: {
    title: 'former name that is still in use',
    level: 'warning',
    advice: 'Write the new name in these articles, or take the old one out of `formerly`.',
  },
  FW028: {
    title: 'former feed address without a feed',
    level: 'warning',
    advice:
      'Correct the `feed` of this entry in `formerFeeds`. It must be the folder of a feed, such as sections/health.',
  },
  FW029: {
    title: 'ended feed that does not exist',
    level: 'warning',
    advice:
      'Correct the `feed` of this entry in `endedFeeds`. It must be the folder of a feed, such as sections/health.',
  },
  FW030: {
    title: 'characters removed that no feed can hold',
    level: 'warning',
    advice: 'Delete the control characters or broken surrogates (XML 1.0, section 2.2) from the text.',
  },
  FW031: {
    title: 'file is not UTF-8',
    level: 'error',
    advice: 'Save the file as UTF-8.',
  },
  FW032: {
    title: 'file cannot be read',
    level: 'error',
    advice: 'Check that the file is still there and that its permissions allow reading.',
  },
  FW033: {
    title: 'file too large',
    level: 'error',
    advice: 'An article has at most 10 MB of text. Split it, or move what is in it into files of its own.',
  },
  FW034: {
    title: 'text nested too deeply',
    level: 'error',
    advice:
      'Quotes and lists may stand in each other a few hundred deep. Look for a line of many ">" or "-".',
  },
  FW035: {
    title: 'text that takes too long',
    level: 'error',
    advice:
      'Look for words of thousands of characters; put long code and data between fences (```), or into a file.',
  },
  FW036: {
    title: 'article that failed',
    level: 'error',
    advice:
      'Something in it was not foreseen. Please report it with the article; --skip-invalid publishes the others.',
  },
  FW040: {
    title: 'enclosure is not complete',
    level: 'error',
    advice: 'Give url, type and length (in bytes), or put the file beside the article.',
  },
  FW041: {
    title: 'address in a field is not usable',
    level: 'warning',
    advice: 'Write an http or https address, or a path relative to the article.',
  },
  FW042: {
    title: 'article larger than a feed may be',
    level: 'warning',
    advice: 'It stands alone in its document. Raise `maxBytes`, or set `content: summary`.',
  },
  FW043: {
    title: 'template tag not known',
    level: 'warning',
    advice:
      'Nothing is executed: what is inside of the tag stays, the tag itself goes. Write it as Markdown or HTML instead.',
  },
  FW044: {
    title: 'too many tags',
    level: 'error',
    advice: 'Each tag has a feed that holds the article: 200 names are enough for anybody.',
  },
  FW045: {
    title: 'file of a kind that is not published',
    level: 'warning',
    advice:
      'Pages, programs and pictures with scripts would run on your site. If you trust every article, add the ending to `assets` in the settings.',
  },
  FW046: {
    title: 'file that may not be published',
    level: 'warning',
    advice: 'Put the file itself, not a link, beside the article, under a plain name.',
  },
  FW047: {
    title: 'elements taken out of the text',
    level: 'warning',
    advice:
      'The rest of the article is there. Write what matters as text or as a link, or allow a harmless element by `html` in the settings.',
  },
  FW048: {
    title: 'page of the built site not found',
    level: 'warning',
    advice:
      'The item has the summary. Build the site before its feeds, and see whether the address is the one that its tool gives; name the element with the text in `renderedSelector`.',
  },
  FW050: {
    title: 'language not understood',
    level: 'error',
    advice: 'Use a BCP 47 tag such as en, ru or pt-BR.',
  },
  ...checkCodes,
  FW067: {
    title: 'updated before it was published',
    level: 'warning',
    advice: 'Correct `updated` or `date`. Until then the date counts as the last change.',
  },
  FW070: {
    title: 'feedwright.lock is not up to date',
    level: 'error',
    advice: 'Run feedwright build on your own machine, and commit feedwright.lock with the article.',
  },
  FW071: {
    title: 'published item would get another id',
    level: 'error',
    advice: 'Readers would show it as new. Take the former id, or say --accept-identity-changes.',
  },
  FW072: {
    title: 'old articles would come back as new',
    level: 'error',
    advice:
      'Readers would show all of them as new. Find out why they are not recognised, or say --accept-identity-changes.',
  },
  FW080: {
    title: 'plugin that failed',
    level: 'error',
    advice: 'Correct the plugin, or take it out of `plugins` in the settings.',
  },
  FW081: {
    title: 'file of an earlier build that stays',
    level: 'warning',
    advice:
      'Delete it yourself if nobody needs it. feedwright only deletes files that are still as it wrote them.',
  },
  FW082: {
    title: 'nothing to publish',
    level: 'error',
    advice:
      'What was published before stays as it was. A site that is meant to be empty says `levels: { FW082: off }`.',
  },
  ...podcastCodes,
} as const satisfies Record<string, CodeEntry>;

/** A stable problem code, such as `FW012`. */
export type DiagnosticCode = keyof typeof codes;

/** Every code, in order. */
export const codeNames = Object.keys(codes).filter((code): code is DiagnosticCode => code in codes);
