import * as z from 'zod';
import { asUri } from './iri.js';

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
