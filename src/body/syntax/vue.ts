import type { SyntaxContext } from './tag.js';
import { replaceTags, type TagForm } from './tags-in-text.js';

/** `{{ value }}`, which only a browser could compute. */
const mustache: TagForm = {
  opener: /\{\{/g,
  closer: () => '}}',
  quotes: '"\'`',
  read: (inner) => ({
    kind: 'value',
    write({ unknown }) {
      const expression = inner.trim();
      const [, , text] = /^(["'`])((?:(?!\1)[^\\$])*)\1$/.exec(expression) ?? [];
      if (text === undefined) unknown.set(expression, expression);
      return text ?? '';
    },
  }),
};

/** Takes out the values of Vue's templates. */
export function replaceMustache(text: string, context: SyntaxContext): string {
  return replaceTags(text, mustache, context);
}
