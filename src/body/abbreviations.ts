import { escapeHtmlAttribute, escapeHtmlText } from '../text/escape-html.js';
import { escapePattern } from '../text/escape-pattern.js';
import { outsideCode } from './syntax/outside-code.js';

/** An abbreviation and what it stands for. */
interface Abbreviation {
  word: string;
  title: string;
}

/** The most abbreviations of a text. */
const most = 200;

/** Takes the lines out that explain abbreviations: `*[HTML]: Hypertext Markup Language`. */
export function takeAbbreviations(markdown: string): { text: string; words: readonly Abbreviation[] } {
  if (!markdown.includes('*[')) return { text: markdown, words: [] };
  const words: Abbreviation[] = [];
  const take = (outside: string) =>
    outside.replace(
      /^ {0,3}\*\[([^[\]\r\n]{1,100})\]:([^\r\n]{0,500})$/gm,
      (whole, word: string, title: string) => {
        if (words.length >= most) return whole;
        words.push({ word, title: title.trim() });
        return '';
      },
    );
  const text = outsideCode(take, /\*\[/)(markdown, undefined);
  return { text, words };
}

/** Explains each of these words where it stands in a text of HTML, outside of code. */
export function explain(html: string, words: readonly Abbreviation[]): string {
  const titles = new Map(words.map(({ word, title }) => [escapeHtmlText(word), title]));
  const all = [...titles.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_&#])(?:${all.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  let isCode = false;
  return html
    .split(/(<[^<>]*>)/)
    .map((part) => {
      if (/^<\/?(?:code|pre|abbr)\b/.test(part)) isCode = !part.startsWith('</');
      if (isCode || part.startsWith('<')) return part;
      return part.replace(
        pattern,
        (word) => `<abbr title="${escapeHtmlAttribute(titles.get(word) ?? '')}">${word}</abbr>`,
      );
    })
    .join('');
}
