import type { CodeEntry } from './code-entry.js';

/** The problems of podcasts and of the recordings in them. */
export const podcastCodes = {
  FW090: {
    title: 'recording that cannot be read',
    level: 'warning',
    advice: 'Check that the file plays. Until then feeds carry its size, but not its duration and chapters.',
  },
  FW091: {
    title: 'artwork of a podcast not usable',
    level: 'warning',
    advice: 'Apple requires a square JPEG or PNG of 1400 × 1400 to 3000 × 3000 pixels. Set `artwork` to one.',
  },
  FW092: {
    title: 'podcast that directories reject',
    level: 'warning',
    advice: 'Add what is missing to `podcast` in the settings.',
  },
  FW093: {
    title: 'recording that is not on https',
    level: 'warning',
    advice: 'Publish recordings on https: apps on iOS and most web players do not play others.',
  },
  FW094: {
    title: 'podcast feed longer than apps show',
    level: 'warning',
    advice:
      'Apple shows the newest 300 episodes, and may not read a feed of more than 10 MB. Set a `limit` for the podcast, or begin a new one.',
  },
  FW095: {
    title: 'recording that podcast apps do not play',
    level: 'warning',
    advice: 'Publish the episode as MP3, M4A, MP4, M4V or MOV; other formats may stand beside it.',
  },
} as const satisfies Record<string, CodeEntry>;
