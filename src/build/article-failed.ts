import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** An article could not be rendered, or not where it wants to be: the others can be published without it. */
export class ArticleFailed extends Error {
  override readonly name = 'ArticleFailed';

  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}
