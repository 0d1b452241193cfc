import { randomUUID } from 'node:crypto';
import { stringify } from 'yaml';
import { dayIn, two, wallTimeAt } from '../../language/zoned-time.js';

/** What is known of an article that begins. */
export interface NewArticle {
  title: string;
  date: Date;
  /** IANA name of the site's zone. */
  timezone: string;
  section?: string | undefined;
  language?: string | undefined;
  draft?: boolean | undefined;
  /** Default: a hint for whoever writes it. */
  text?: string | undefined;
}

/**
 * An article with its fields, among them an id that outlives every change of title, file and address.
 *
 * @param comment lines for editors, above the fields
 */
export function articleText(
  { title, date, timezone, section, language, draft, text = hint }: NewArticle,
  comment = '',
): string {
  const { hour, minute } = wallTimeAt(date, timezone);
  const fields = {
    title,
    date: `${dayIn(date, timezone)} ${two(hour)}:${two(minute)}`,
    ...(section ? { section } : {}),
    ...(language ? { language } : {}),
    ...(draft ? { draft } : {}),
    id: `urn:uuid:${randomUUID()}`,
  };
  return `---\n${comment}${stringify(fields, { lineWidth: 0 })}---\n\n${text}\n`;
}

const hint = 'Write your article here, in Markdown. The first paragraph is used as the summary.';
