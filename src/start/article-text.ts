import { randomUUID } from 'node:crypto';
import { stringify } from 'yaml';
import { wallTimeAt } from '../articles/zoned-time.js';

/** What is known of an article that begins. */
export interface NewArticle {
  title: string;
  date: Date;
  /** IANA name of the site's zone. */
  timezone: string;
  section?: string | undefined;
  language?: string | undefined;
  draft?: boolean | undefined;
}

/** `2021-09-02`, as the clocks of the zone show it. */
export function dayIn(date: Date, timezone: string): string {
  const { year, month, day } = wallTimeAt(date, timezone);
  return [String(year).padStart(4, '0'), two(month), two(day)].join('-');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** An article with its fields, among them an id that outlives every change of title, file and address. */
export function articleText({ title, date, timezone, section, language, draft }: NewArticle): string {
  const { hour, minute } = wallTimeAt(date, timezone);
  const fields = {
    title,
    date: `${dayIn(date, timezone)} ${two(hour)}:${two(minute)}`,
    ...(section ? { section } : {}),
    ...(language ? { language } : {}),
    ...(draft ? { draft } : {}),
    id: `urn:uuid:${randomUUID()}`,
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\nWrite here, in Markdown. The first paragraph is the summary.\n`;
}
