import type { SyntaxContext } from './tag.js';
import { replaceTags, type TagForm } from './tags-in-text.js';

/**
 * Replaces Zola's shortcodes: `{{ name(a="b") }}`, `{% name(a="b") %}`, all of which end with `{% end %}`; between
 * `/*` and its end one is shown as it is.
 */
export function replaceZolaShortcodes(text: string, context: SyntaxContext): string {
  const open: string[] = [];
  const form: TagForm = {
    opener: /\{[{%]/g,
    closer: (mark) => (mark === '{{' ? '}}' : '%}'),
    quotes: '"\'`',
    read(inner, mark) {
      const shown = /^\/\*([\s\S]*)\*\/$/.exec(inner)?.[1];
      if (shown !== undefined) {
        return { kind: 'value', write: () => `${mark}${shown}${mark === '{{' ? '}}' : '%}'}` };
      }
      const bare = inner.replace(/^-/, '').replace(/-$/, '').trim();
      if (mark === '{%' && bare === 'end') return { kind: 'close', name: open.pop() ?? '', values: '' };
      const [, name, values = ''] = /^([\w:]+)\(([\s\S]*)\)$/.exec(bare) ?? [];
      if (!name) return undefined;
      if (mark === '{%') open.push(name);
      return { kind: mark === '{%' ? 'open' : 'single', name, values };
    },
  };
  return replaceTags(text, form, context);
}
