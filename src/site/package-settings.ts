import * as z from 'zod';
import type { Author } from '../articles/article.js';
import { legalValue } from '../text/xml-characters.js';
import type { SettingsInput } from './settings.js';

const text = z.string().trim().min(1).optional().catch(undefined);
const packageSchema = z
  .looseObject({
    name: text,
    description: text,
    homepage: z
      .string()
      .regex(/^https?:\/\//)
      .optional()
      .catch(undefined),
    author: z
      .union([z.string().min(1), z.object({ name: z.string(), email: text, url: text })])
      .optional()
      .catch(undefined),
  })
  .catch({});

/** The settings that package.json implies: its name, description, homepage and author. */
export function fromPackage(packageJson: unknown): SettingsInput {
  const { name, description, homepage, author } = packageSchema.parse(legalValue(packageJson, () => {}));
  return {
    ...(name ? { title: name } : {}),
    ...(description ? { description } : {}),
    ...(homepage ? { url: homepage.split(/[?#]/, 1).join('') } : {}),
    ...(author ? { author: typeof author === 'string' ? author : withoutGaps(author) } : {}),
  };
}

/** An author without the fields that are empty or missing. */
export function withoutGaps(author: {
  name: string;
  email?: string | undefined;
  url?: string | undefined;
  avatar?: string | undefined;
}): Author {
  const { name, email, url, avatar } = author;
  return { name, ...(email ? { email } : {}), ...(url ? { url } : {}), ...(avatar ? { avatar } : {}) };
}
