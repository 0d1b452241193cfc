import { gfm } from '@truto/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { absentWord } from '../text/absent-word.js';

let service: TurndownService | undefined;

/** Elements that Markdown has no signs for: they stay HTML. */
const kept = `abbr audio cite del details dfn figure iframe ins kbd mark q ruby s samp small sub summary sup u var video`;

/** HTML as Markdown; what Markdown cannot say stays HTML. */
export function toMarkdown(html: string): string {
  service ??= createService();
  // The end of the summary is a comment, and would be lost.
  const word = absentWord(html);
  const marked = html.replace(/<!--\s*more\s*-->/gi, `<p>${word}</p>`);
  return service.turndown(marked).replaceAll(word, '<!--more-->').trim();
}

function createService(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  turndown.use(gfm);
  turndown.remove(['script', 'style', 'template']);
  // What is a text in HTML must not become a tag or a character reference.
  const escaped = turndown.escape.bind(turndown);
  turndown.escape = (text) => escaped(text).replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&');
  turndown.keep((node) => kept.split(' ').includes(node.nodeName.toLowerCase()));
  turndown.addRule('picture with its size', {
    filter: (node) => node.nodeName === 'IMG' && node.hasAttribute('srcset'),
    replacement: (_content, node) => ('outerHTML' in node ? String(node.outerHTML) : ''),
  });
  turndown.addRule('text as it is', {
    filter: (node) => node.nodeName === 'PRE' && node.firstElementChild?.nodeName !== 'CODE',
    replacement: (_content, node) => `\n\n\`\`\`\n${(node.textContent ?? '').replace(/\n$/, '')}\n\`\`\`\n\n`,
  });
  return turndown;
}
