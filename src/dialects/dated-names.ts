import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { glanceAt } from '../platform/read-pieces.js';

/** Whether a name begins with a date: `2021-09-02-innomed.md`. */
export function looksDated(name: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}-./.test(name);
}

/** A name without the date before it. */
export function withoutDate(name: string): string {
  return name.replace(/^\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.]+Z?)?[-_ ](?=.)/, '');
}

/** The most files that are looked at to recognise a folder, and how much of each, in bytes. */
const mostFiles = 500;
const headSize = 100_000;

/** The Markdown files of a folder, at any depth, READMEs aside; the first ones of a large folder. */
function markdownFiles(folder: string): string[] {
  const files: string[] = [];
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (files.length >= mostFiles) return;
      if (/^(readme|[_.]|node_modules)/i.test(entry.name)) continue;
      if (entry.isDirectory()) walk(join(path, entry.name));
      else if (entry.isFile() && /\.(md|mdx|markdown)$/.test(entry.name)) files.push(join(path, entry.name));
    }
  };
  walk(folder);
  return files;
}

/** Whether every Markdown file of a folder, and there are some, has a date before its name. */
export function allLookDated(folder: string): boolean {
  const files = markdownFiles(folder);
  return files.length > 2 && files.every((file) => looksDated(basename(file)));
}

/**
 * Whether most of the Markdown files of a folder hold something, in their beginnings: one of them must not say for all
 * others what they are.
 */
export function mostHold(folder: string, pattern: RegExp): boolean {
  const files = markdownFiles(folder);
  const holding = files.filter((file) => pattern.test(glanceAt(file, headSize)));
  return holding.length * 2 > files.length;
}
