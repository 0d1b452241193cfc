import { outputPath } from '../platform/output-path.js';

/**
 * A name for the file of an article that every build reads and every disk takes: drafts begin with an underscore, a README
 * is no article, and Windows reserves names such as `con`.
 *
 * @param slug lower case Latin letters, digits, dots and hyphens
 * @returns the name without ending, at most 82 characters
 */
export function fileNameFor(slug: string): string {
  const bare = slug
    .slice(0, 80)
    .replace(/^[_.]+/, '')
    .replace(/-$/, '');
  const isTaken = bare === '' || bare === 'readme' || typeof outputPath(bare) !== 'string';
  return isTaken ? `${bare || 'article'}-1` : bare;
}
