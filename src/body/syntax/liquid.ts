import { evaluate } from '../../dialects/expression.js';
import type { SyntaxContext } from './tag.js';
import { type FoundTag, replaceTags, type TagForm } from './tags-in-text.js';

/** Tags that decide and repeat: nothing is executed, so what is inside of them stays. */
const control = new Set(
  'if elsif elseif elif else unless case when for capture cycle tablerow macro call block filter'.split(' '),
);
/** Tags that take nothing with them when they go. */
const silent = new Set(
  'assign set increment decrement break continue liquid more toc raw verbatim'.split(' '),
);
const includes = new Set(['include', 'include_relative', 'include_cached', 'render']);

/** `{% name x, a="b" %}`, `{% endname %}`, `{{ value | filter }}`, `{# note #}`. */
const tags: TagForm = {
  opener: /\{[{%#]/g,
  closer: (open) => ({ '{{': '}}', '{%': '%}' })[open] ?? '#}',
  quotes: '"\'',
  read(inner, open) {
    if (open === '{#') return { kind: 'value', write: () => '' };
    const bare = inner.replace(/^-/, '').replace(/-$/, '').trim();
    return open === '{{' ? value(bare) : tag(bare);
  },
  literal: {
    raw: /\{%-?\s*endraw\b/,
    verbatim: /\{%-?\s*endverbatim\b/,
    highlight: /\{%-?\s*endhighlight\b/,
    codeblock: /\{%-?\s*endcodeblock\b/,
    comment: /\{%-?\s*endcomment\b/,
  },
};

function value(expression: string): FoundTag {
  return {
    kind: 'value',
    write({ variables, unknown }) {
      const text = evaluate(expression, variables);
      if (text === undefined) unknown.set(expression, expression);
      return text ?? '';
    },
  };
}

/** A tag by its name; an include goes by the name of its file. */
function tag(bare: string): FoundTag | undefined {
  const [, name = '', rest = ''] = /^(\w+)([\s\S]*)$/.exec(bare) ?? [];
  if (!name) return undefined;
  if (name === 'raw' || name === 'verbatim') return { kind: 'open', name: 'raw', values: '' };
  if (name === 'endraw' || name === 'endverbatim') return { kind: 'close', name: 'raw', values: '' };
  const plain = name.replace(/^end/, '');
  if (control.has(plain) || silent.has(plain)) {
    const write = ({ unknown }: SyntaxContext) => {
      if (control.has(name)) unknown.set(name, bare);
      return '';
    };
    return { kind: 'value', write };
  }
  if (includes.has(name)) {
    const [, file = '', values = ''] = /^\s*["']?([^\s"',]+)["']?,?([\s\S]*)$/.exec(rest) ?? [];
    return { kind: 'single', name: file.replace(/^.*\//, '').replace(/\.\w+$/, '') || name, values };
  }
  const values = rest.replace(/\b(\w+)\s*:\s*(?=["'])/g, '$1=');
  return name.startsWith('end') ? { kind: 'close', name: plain, values: '' } : { kind: 'open', name, values };
}

/**
 * Replaces the tags and the values of Liquid and Nunjucks. Nothing is executed: what decides or repeats leaves its
 * inner text.
 */
export function replaceLiquid(text: string, context: SyntaxContext): string {
  return replaceTags(text, tags, context);
}
