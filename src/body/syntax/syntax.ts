import type { Syntax } from '../../articles/conventions.js';
import type { Source } from '../../articles/source.js';
import { replaceAdmonitions } from './admonitions.js';
import { kramdownSign, withoutAttributeLists, withoutKramdown, withoutSpans } from './attribute-lists.js';
import { replaceGo } from './go.js';
import { replaceShortcodes } from './hugo.js';
import { replaceLiquid } from './liquid/liquid.js';
import { replaceNunjucks } from './liquid/nunjucks.js';
import { replaceMdc } from './mdc.js';
import { replaceMdx } from './mdx.js';
import { outsideCode, type Step } from './outside-code.js';
import { replacePythonBlocks, replacePythonMarkdown } from './python-markdown.js';
import { replaceDivs } from './quarto.js';
import type { SyntaxContext } from './tag.js';
import { withoutToc } from './toc.js';
import { replaceMustache } from './vue.js';
import { replaceWikiLinks } from './wiki-links.js';
import { replaceZolaShortcodes } from './zola.js';

type TemplateStep = Step<SyntaxContext>;

const admonitions = outsideCode(replaceAdmonitions, /:::|\[!/);
const attributes = outsideCode(withoutAttributeLists, /\{/);
const toc = outsideCode(withoutToc, /toc/i);

/** Each language of templates as its tool reads it: most of them do so in code, too. */
const steps: Readonly<Record<Syntax, readonly TemplateStep[]>> = {
  hugo: [replaceShortcodes, admonitions],
  zola: [replaceZolaShortcodes, admonitions],
  kramdown: [replaceLiquid, outsideCode(withoutKramdown, kramdownSign)],
  liquid: [replaceLiquid],
  nunjucks: [replaceNunjucks],
  hexo: [outsideCode(replaceNunjucks, /\{[{%#]/)],
  mdx: [outsideCode(replaceMdx, /[<{]|\b(?:import|export)\b/), admonitions],
  vue: [outsideCode(replaceMustache, /\{\{/), admonitions, attributes],
  mdc: [outsideCode(replaceMdc, /:/), outsideCode(withoutSpans, /\{/), attributes],
  quarto: [
    replaceShortcodes,
    outsideCode(replaceDivs, /:::/),
    admonitions,
    outsideCode(withoutSpans, /\{/),
    attributes,
  ],
  'python-markdown': [replacePythonBlocks, outsideCode(replacePythonMarkdown, /[=:{+^<]|\.md/)],
  go: [replaceGo],
  plain: [
    outsideCode(replaceShortcodes, /\{\{[<%]/),
    admonitions,
    outsideCode(leftTags, /\{%/),
    outsideCode(replaceWikiLinks, /\[\[/),
  ],
};

/** In a folder of no known tool, tags of Liquid are what they look like; braces may be text. */
function leftTags(text: string, context: SyntaxContext): string {
  const at = text.search(/\{%-?\s*\w/);
  return at !== -1 && text.includes('%}', at) ? replaceLiquid(text, context) : text;
}

/**
 * Replaces the tags of other tools' templates in a body by what they mean. Nothing is executed.
 *
 * @param body as it stands in the file
 * @param syntax the language of its templates; an `.mdx` file of no known tool is MDX
 * @returns Markdown, or HTML where the body was that; unknown tags are in the context
 */
export function replaceTemplates(
  body: string,
  syntax: Syntax,
  source: Pick<Source, 'path'>,
  context: SyntaxContext,
): string {
  const actual = syntax === 'plain' && source.path.endsWith('.mdx') ? 'mdx' : syntax;
  return [...steps[actual], toc].reduce((text, step) => step(text, context), body);
}
