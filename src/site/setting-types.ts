import * as z from 'zod';
import { english, type Words } from '../language/words.js';

const wordNames = Object.keys(english).filter((name): name is keyof Words => name in english);
/** Words of pages, by name; those that are not given are feedwright's. */
export const words = z
  .strictObject(
    Object.fromEntries(
      wordNames.map((name) => [name, z.string().optional().describe(`In English: ${english[name]}`)]),
    ),
  )
  .default({});

/** The settings that are flags of the command line, too. */
export const flagSettings = z.registry<{
  /** Where the flag stands in the help. */
  group: 'Site:' | 'Feeds:' | 'Output:';
  alias?: string;
}>();
