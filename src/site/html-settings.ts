import * as z from 'zod';

/** Nobody who reads a feed would take these, and on pages they would run. */
const harmlessTag = z
  .string()
  .regex(
    /^(?!(?:script|style|base|meta|link|object|embed|applet|frame|frameset|iframe|form|template|noscript|portal|animate|animatemotion|animatetransform|set|use|foreignobject)$)[a-z][a-z0-9-]*$/,
    { error: 'an element in lower case that neither runs nor loads anything; for frames there is `frames`' },
  );
const harmlessAttribute = z
  .string()
  .regex(
    /^(?!on|style$|srcdoc$|formaction$|action$|background$|values$|from$|to$|ping$)[a-z][a-z0-9:-]*\*?$/,
    {
      error: 'an attribute in lower case that neither runs nor loads anything',
    },
  );

/** What the owner of a site lets articles hold beyond the HTML that is safe in every reader. */
export const htmlSettings = z
  .strictObject({
    tags: z.array(harmlessTag).default([]).describe('Additional elements.'),
    attributes: z
      .record(z.string(), z.array(harmlessAttribute))
      .default({})
      .describe('Additional attributes, by element.'),
    frames: z.array(z.string()).default([]).describe('Hosts whose iframes are kept.'),
  })
  .prefault({});
