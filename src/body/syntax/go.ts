import type { SyntaxContext } from './tag.js';
import { replaceTags, type TagForm } from './tags-in-text.js';

/** `{{image "gopher.png" 400}}`, `{{video "a.mp4"}}`, `{{raw `text`}}`: the functions of go.dev's templates. */
const actions: TagForm = {
  opener: /\{\{/g,
  closer: () => '}}',
  quotes: '"`',
  read(inner) {
    const [, name = '', values = ''] = /^-?\s*(\w+)\b([\s\S]*?)-?$/.exec(inner) ?? [];
    if (name === 'raw') return { kind: 'value', write: () => values.trim().replace(/^[`"]|[`"]$/g, '') };
    return name === '' || name === 'end'
      ? { kind: 'value', write: () => '' }
      : { kind: 'single', name, values };
  },
};

/** Replaces the template actions of go.dev's articles. */
export function replaceGo(text: string, context: SyntaxContext): string {
  return replaceTags(text, actions, context);
}
