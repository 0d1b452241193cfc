import * as z from 'zod';
import { english, type Words } from '../language/words.js';
import { asUri } from '../platform/iri.js';

/** An address on the web, as a URI. */
export const address = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'an absolute http or https address',
  })
  .overwrite(asUri);

/** Who something is by: `Name <mail> (address)`, or a group. */
export const person = z.union([
  z.string().min(1),
  z.strictObject({
    name: z.string().min(1),
    email: z.string().optional(),
    url: address.optional(),
    avatar: address.optional(),
  }),
]);

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
