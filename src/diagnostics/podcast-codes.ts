import type { CodeEntry } from './code-entry.js';

/** The problems of podcasts and of the recordings in them. */
export const podcastCodes = {
  FW090: {
    title: 'unreadable recording',
    level: 'warning',
    advice: 'Check that the file plays. Feeds contain its size, but not its duration and chapters.',
  },
  FW091: {
    title: 'invalid podcast artwork',
    level: 'warning',
    advice: 'Apple requires a square JPEG or PNG of 1400 × 1400 to 3000 × 3000 pixels. Set `artwork` to one.',
  },
  FW092: {
    title: 'incomplete podcast',
    level: 'warning',
    advice: 'Add what is missing to `podcast` in the settings.',
  },
  FW093: {
    title: 'recording not served over https',
    level: 'warning',
    advice: 'Serve recordings over https. Apps on iOS and most web players play no others.',
  },
  FW094: {
    title: 'podcast feed too long',
    level: 'warning',
    advice:
      'Apple shows the newest 300 episodes, and may not read feeds of more than 10 MB. Set a `limit` for the podcast, or start a new one.',
  },
  FW095: {
    title: 'recording in an unsupported format',
    level: 'warning',
    advice: 'Publish the episode as MP3, M4A, MP4, M4V or MOV. Other formats can be provided in addition.',
  },
  FW096: {
    title: 'missing transcript',
    level: 'warning',
    advice:
      'Correct the address, or put the file next to the article. Feeds and pages do not name it until then.',
  },
  FW097: {
    title: 'recording without an article',
    level: 'warning',
    advice: 'Give the recording the name of its article, name it in the front matter, or move it away.',
  },
} as const satisfies Record<string, CodeEntry>;
