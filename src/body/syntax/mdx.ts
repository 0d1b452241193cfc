import type { SyntaxContext } from './tag.js';
import { type FoundTag, replaceTags, type TagForm } from './tags-in-text.js';

/** `<Name a="b">`, `</Name>`, `<Name />`, where what begins with a capital is a component, and `{values}`. */
const jsx: TagForm = {
  opener: /<(?=\/?[A-Za-z])|(?<![\\$#\w])\{|\{(?=' '\}|" "\})/g,
  closer: (open) => (open === '{' ? '}' : '>'),
  quotes: '"\'`',
  braces: true,
  read: (inner, open) => (open === '{' ? braces(inner) : element(inner)),
};

/** A comment goes, a text stays, and what would have to be computed is not known. */
function braces(inner: string): FoundTag | undefined {
  const expression = inner.trim();
  if (/^\/\*[\s\S]*\*\/$/.test(expression)) {
    const comment = expression.slice(2, -2).trim();
    const isEnd = /^(truncate|more)$/.test(comment);
    return { kind: 'value', write: () => (isEnd ? `<!-- ${comment} -->` : '') };
  }
  const [, , text] = /^(["'`])((?:(?!\1)[^\\$])*)\1$/.exec(expression) ?? [];
  if (text !== undefined) return { kind: 'value', write: () => text };
  if (!/^[A-Za-z_][\w.]*(?:\([^(){}]*\))?$/.test(expression)) return undefined;
  return {
    kind: 'value',
    write({ unknown }) {
      unknown.set(expression, `{${inner}}`);
      return '';
    },
  };
}

function element(inner: string): FoundTag | undefined {
  const [, slash, name = '', rest = ''] = /^(\/?)([A-Za-z][\w.-]*)([\s\S]*)$/.exec(inner) ?? [];
  const isSingle = rest.trimEnd().endsWith('/');
  const values = isSingle ? rest.trimEnd().slice(0, -1) : rest;
  if (/^[A-Z]/.test(name)) return { kind: slash ? 'close' : isSingle ? 'single' : 'open', name, values };
  if (!values.includes('=')) return undefined;
  // In HTML an element of this kind would go on until its end tag.
  const end = isSingle ? (name === 'iframe' ? '></iframe>' : ' />') : '>';
  return { kind: 'value', write: () => `<${slash}${name}${plainAttributes(values)}${end}` };
}

/** Attributes of HTML as JSX writes them: values in braces go, texts and numbers in them stay. */
function plainAttributes(written: string): string {
  return (
    written
      .replace(/\sclassName=/g, ' class=')
      .replace(
        /\s([\w:-]+)=\{\s*(?:(["'`])([^{}"'`]*)\2|(\d+))\s*\}/g,
        (_whole, name, _quote, text, number) => ` ${name}="${text ?? number}"`,
      )
      .replace(/\s[\w:-]+=\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
      // A line without anything would end the element in Markdown.
      .split('\n')
      .filter((line, index, lines) => index === 0 || index === lines.length - 1 || line.trim() !== '')
      .join('\n')
  );
}

/** Replaces what MDX has beyond Markdown: imports and exports, components, comments, values in braces. */
export function replaceMdx(text: string, context: SyntaxContext): string {
  const markdown = text.replace(/(^|\n)(?:import|export)[ \t][^\n]*(?:\n(?![ \t]*\n)[^\n]*)*/g, '$1');
  // Unlike in HTML, what stands in an element on one line is Markdown in MDX.
  const summaries = markdown.replace(
    /<summary>([^<>\n]{1,500})<\/summary>/g,
    '<summary>\n\n$1\n\n</summary>',
  );
  return replaceTags(summaries, jsx, context).replace(/\\([{}])/g, '$1');
}
