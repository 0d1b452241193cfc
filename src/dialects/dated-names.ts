import { readdirSync } from 'node:fs';

/** Whether a name begins with a date: `2021-09-02-innomed.md`. */
export function looksDated(name: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}-./.test(name);
}

/** A name without the date before it. */
export function withoutDate(name: string): string {
  return name.replace(/^\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.]+Z?)?[-_ ](?=.)/, '');
}

/** Names of the Markdown files right in a folder, READMEs aside. */
export function markdownNames(folder: string): string[] {
  return readdirSync(folder).filter(
    (name) => /\.(md|mdx|markdown)$/.test(name) && !/^(readme|_)/i.test(name),
  );
}
