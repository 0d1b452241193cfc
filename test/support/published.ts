import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildReport } from '../../src/index.js';

/** The text of a published document. */
export function published(report: BuildReport, path: string): string {
  return readFileSync(join(report.site.out, path), 'utf8');
}

/** The items of the site's JSON Feed. */
export function itemsOf(report: BuildReport, path = 'feed.json'): Record<string, unknown>[] {
  return JSON.parse(published(report, path)).items;
}
