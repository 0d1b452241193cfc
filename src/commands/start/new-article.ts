import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileNameFor } from '../../articles/file-name.js';
import { slugify } from '../../language/slug.js';
import { dayIn } from '../../language/zoned-time.js';
import type { Site } from '../../site/site.js';
import { articleText } from './article-text.js';

/** What an article begins with. */
export interface NewArticleRequest {
  title: string;
  section?: string | undefined;
  language?: string | undefined;
  draft?: boolean | undefined;
}

/**
 * Begins an article: a file with today's date in the zone of the site, where the site's tool has its articles, under a
 * name that no other has.
 *
 * @returns path of the file below the top of the project
 */
export function newArticle(request: NewArticleRequest, site: Site): string {
  const { dialect, prefix, root } = site.recognised;
  const language = request.language && request.language !== site.language ? request.language : undefined;
  const slug = fileNameFor(slugify(request.title) || 'article');
  const [standard = ''] = dialect.folders;
  const top = prefix === '' && standard ? join(root, standard) : site.articles;
  const folder = language && dialect.name === 'plain' ? join(top, language.toLowerCase()) : top;
  const day = dialect.datesNames ? `${dayIn(site.now, site.timezone)}-` : '';
  let file = join(folder, `${day}${slug}.md`);
  for (let number = 2; existsSync(file); number += 1) file = join(folder, `${day}${slug}-${number}.md`);
  mkdirSync(dirname(file), { recursive: true });
  const text = articleText({ ...request, language, date: site.now, timezone: site.timezone });
  writeFileSync(file, text, { flag: 'wx' });
  return relative(site.root, file);
}
