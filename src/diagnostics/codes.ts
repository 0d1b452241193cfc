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
    title: 'front matter cannot be parsed',
    level: 'error',
    advice: 'Correct the line that is shown. Text with a colon or a quote in it needs quotes around it.',
  },
  FW002: {
    title: 'front matter is not closed',
    level: 'error',
    advice: 'Close the front matter with a line that repeats its opening fence.',
  },
  FW003: {
    title: 'front matter in an unsupported format',
    level: 'error',
    advice: 'Use YAML, TOML or JSON. Code in front matter is never executed.',
  },
  FW004: {
    title: 'front matter does not consist of fields',
    level: 'error',
    advice: 'Write one "name: value" on each line.',
  },
  FW005: {
    title: 'duplicate field',
    level: 'warning',
    advice: 'Delete the wrong one. The last value is used.',
  },
  FW010: {
    title: 'field has the wrong type',
    level: 'error',
    advice: 'Write the value in the form that the message shows.',
  },
  FW012: {
    title: 'invalid date',
    level: 'error',
    advice: 'Write it as 2021-09-02, 2021-09-02 14:30 or 02.09.2021, or add its form to `dateFormats`.',
  },
  FW020: {
    title: 'two articles with the same address',
    level: 'error',
    advice:
      'Give one of them a different `slug` or `permalink`, or add :section, :year or :path to the pattern.',
  },
  FW021: {
    title: 'two articles with the same id',
    level: 'error',
    advice: 'An id belongs to one article forever. Remove the copied `id` from the newer article.',
  },
  FW022: {
    title: 'invalid address',
    level: 'error',
    advice: 'A permalink is a path inside the site, such as /2021/forum/, without "..", "//" or "\\".',
  },
  FW023: {
    title: 'id is not a full address',
    level: 'warning',
    advice: 'Atom needs ids that are IRIs (RFC 4287, 4.2.6); a bare id is published as urn:feedwright:ID.',
  },
  FW024: {
    title: 'two names with the same address',
    level: 'warning',
    advice: 'Spell the name the same way everywhere, or rename one of the two.',
  },
  FW025: {
    title: 'address belongs to a page of the site',
    level: 'warning',
    advice: 'The article has no page of its own. Give it a different `slug` or `permalink`.',
  },
  FW026: {
    title: 'former address cannot be published',
    level: 'warning',
    advice: 'Correct or delete the address in feedwright.lock. It is not redirected as it is.',
  },
  FW027: {
    title: 'former name still in use',
    level: 'warning',
    advice: 'Use the new name in these articles, or delete the old one in `formerly`.',
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
    title: 'characters that feeds cannot contain',
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
    advice: 'An article can have up to 10 MB of text. Split it, or move its data to separate files.',
  },
  FW034: {
    title: 'text nested too deeply',
    level: 'error',
    advice:
      'Quotes and lists can be nested a few hundred levels deep. Look for a line with many ">" or "-" characters.',
  },
  FW035: {
    title: 'text that takes too long to render',
    level: 'error',
    advice:
      'Look for words with thousands of characters. Put long code and data in fenced blocks (```) or in a file.',
  },
  FW036: {
    title: 'article that could not be processed',
    level: 'error',
    advice:
      'This is an unexpected error. Please report it together with the article. --skip-invalid publishes the other articles.',
  },
  FW040: {
    title: 'incomplete enclosure',
    level: 'error',
    advice: 'Give url, type and length (in bytes), or put the file next to the article.',
  },
  FW041: {
    title: 'invalid address in a field',
    level: 'warning',
    advice: 'Write an http or https address, or a path relative to the article.',
  },
  FW042: {
    title: 'article larger than the limit for feeds',
    level: 'warning',
    advice: 'It gets a document of its own. Raise `maxBytes`, or set `content: summary`.',
  },
  FW043: {
    title: 'unknown template tag',
    level: 'warning',
    advice:
      'Templates are not executed: the tag is removed and its content stays. Use Markdown or HTML instead.',
  },
  FW044: {
    title: 'too many tags',
    level: 'error',
    advice: 'An article can have up to 200 names in a field, since each may have a feed of its own.',
  },
  FW045: {
    title: 'file type that is not published',
    level: 'warning',
    advice:
      'Web pages, programs and pictures with scripts would run on your site. If you trust every article, add the file extension to `assets` in the settings.',
  },
  FW046: {
    title: 'file that cannot be published',
    level: 'warning',
    advice: 'Put the file itself, not a link, next to the article, with a simple name.',
  },
  FW047: {
    title: 'elements removed from the text',
    level: 'warning',
    advice:
      'The rest of the article is published. Replace the element with text or a link, or allow it with `html` in the settings if it is harmless.',
  },
  FW048: {
    title: 'page of the built site not found',
    level: 'warning',
    advice:
      'The item contains the summary only. Build the site before its feeds, check that the address is the one its tool uses, and set `renderedSelector` to the element with the text.',
  },
  FW050: {
    title: 'invalid language tag',
    level: 'error',
    advice: 'Use a BCP 47 tag such as en, ru or pt-BR.',
  },
  ...checkCodes,
  FW067: {
    title: 'update date before the publication date',
    level: 'warning',
    advice: 'Correct `updated` or `date`. Until then, `date` is used as the date of the last change.',
  },
  FW070: {
    title: 'feedwright.lock is not up to date',
    level: 'error',
    advice: 'Run feedwright build locally, and commit feedwright.lock together with the article.',
  },
  FW071: {
    title: 'published item would change its id',
    level: 'error',
    advice: 'Readers would show it as new. Restore the previous id, or use --accept-identity-changes.',
  },
  FW072: {
    title: 'old articles would appear as new',
    level: 'error',
    advice: 'Find out why they are no longer recognized, or use --accept-identity-changes.',
  },
  FW080: {
    title: 'plugin error',
    level: 'error',
    advice: 'Correct the plugin, or delete it in `plugins` in the settings.',
  },
  FW081: {
    title: 'file from an earlier build that was kept',
    level: 'warning',
    advice:
      'Delete it yourself if it is not needed. feedwright deletes only files that have not changed since it wrote them.',
  },
  FW082: {
    title: 'nothing to publish',
    level: 'error',
    advice:
      'The previous build was left unchanged. If the site is meant to be empty, set `levels: { FW082: off }`.',
  },
  ...podcastCodes,
} as const satisfies Record<string, CodeEntry>;

/** A stable problem code, such as `FW012`. */
export type DiagnosticCode = keyof typeof codes;

/** Every code, in order. */
export const codeNames = Object.keys(codes).filter((code): code is DiagnosticCode => code in codes);
