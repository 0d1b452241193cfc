import { replaceBetween } from '../../../text/replace-between.js';
import type { SyntaxContext } from '../tag.js';
import { replaceLiquid } from './liquid.js';

/** Replaces what Nunjucks and Liquid have in common, in the words of Nunjucks. */
export function replaceNunjucks(text: string, context: SyntaxContext): string {
  if (!/\{[{%#]/.test(text)) return text;
  const parts = text.split(/(\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\})/);
  let isRaw = false;
  const liquid = parts.map((part) => {
    if (/^\{%-?\s*(?:end)?(?:raw|verbatim)/.test(part)) {
      isRaw = !/^\{%-?\s*end/.test(part);
      return part.replace('verbatim', 'raw');
    }
    return isRaw ? part : asLiquid(part);
  });
  return replaceLiquid(liquid.join(''), context);
}

function asLiquid(text: string): string {
  const known = replaceBetween(text, '{#', '#}', () => '');
  const tags = replaceBetween(known, '{%', '%}', (inner) => `{%${inLiquid(inner)}%}`);
  return replaceBetween(tags, '{{', '}}', (inner) => `{{${inLiquid(inner)}}}`);
}

/** `set a = b` is `assign`, `elif` is `elsif`, and what filters are given stands behind a colon. */
function inLiquid(inner: string): string {
  return inner
    .replace(/^(-?\s{0,20})elif\b/, '$1elsif')
    .replace(/^(-?\s{0,20})set\b/, '$1assign')
    .replace(/\bloop\.(index0?|first|last|length)\b/g, 'forloop.$1')
    .replace(
      /(\|\s{0,20}\w{1,50})\(([^()|]{0,500})\)/g,
      (_whole, filter: string, given: string) => filter + (given.trim() && `: ${given}`),
    );
}
