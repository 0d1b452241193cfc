import type { PublishedArticle } from '../articles/article.js';
import { namingOf } from '../articles/front-matter/field-names.js';
import { reportFailure } from '../articles/report-failure.js';
import type { Bodies } from '../body/rendered-body.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Site } from '../site/site.js';
import { checkArticle } from './check-article.js';
import { checkIdentity } from './check-identity.js';
import { type PublishedItem, publishedItems } from './published-items.js';

/** Looks at articles that would be published, and tells what is wrong. */
export type Check = (articles: readonly PublishedArticle[], bodies: Bodies, site: Site) => Diagnostic[];

/**
 * Everything that `feedwright check` tells beyond what a build does.
 *
 * @param live items that readers know; without them those in the output folder
 */
export const checksOf =
  (live: readonly PublishedItem[] | undefined): Check =>
  (articles, bodies, site) => {
    const naming = namingOf(site.conventions);
    const found = articles.flatMap((article) => {
      try {
        return checkArticle(article, bodies.of(article), { reading: site, naming, copiesFiles: site.pages });
      } catch (error) {
        return reportFailure(error, article.source);
      }
    });
    return [...found, ...checkIdentity(articles, live ?? publishedItems(site.out, site.url))];
  };
