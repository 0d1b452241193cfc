import type { SyntaxContext } from './tag.js';
import { replaceTags, type TagForm } from './tags-in-text.js';

/** `{{< name "x" a="b" >}}`, `{{% /name %}}`, `{{< name />}}`; between `/*` and its end a tag is shown as it is. */
const shortcodes: TagForm = {
  opener: /\{\{[<%]/g,
  closer: (open) => `${open.at(-1) === '<' ? '>' : '%'}}}`,
  quotes: '"`',
  read(inner, open) {
    const shown = /^\/\*([\s\S]*)\*\/$/.exec(inner)?.[1];
    if (shown !== undefined) {
      return { kind: 'value', write: () => `${open}${shown}${open.at(-1) === '<' ? '>' : '%'}}}` };
    }
    const bare = inner.trim();
    const [whole = '', slash, name] = /^(\/?)\s*([\w./-]*\w)/.exec(bare) ?? [];
    if (!name) return undefined;
    const values = bare.slice(whole.length).trim();
    const isSingle = values.endsWith('/');
    return {
      kind: slash ? 'close' : isSingle ? 'single' : 'open',
      name,
      values: isSingle ? values.slice(0, -1) : values,
    };
  },
  literal: { highlight: /\{\{[<%]\s*\/\s*highlight\b/ },
};

/** Replaces Hugo's shortcodes. */
export function replaceShortcodes(text: string, context: SyntaxContext): string {
  return replaceTags(text, shortcodes, context);
}
