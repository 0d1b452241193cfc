import { absentWord } from '../../text/absent-word.js';

/** Does something with a text. */
export type Step<Context> = (text: string, context: Context) => string;

interface Range {
  from: number;
  to: number;
}

/**
 * Does something with Markdown, but not with the code in it: fenced blocks, spans, `<pre>` and `<code>`.
 *
 * @param sign what every text has that `step` changes; where the code is takes long to find
 */
export function outsideCode<Context>(step: Step<Context>, sign: RegExp): Step<Context> {
  return (text, context) => {
    if (!sign.test(text)) return text;
    // The dots part it from what stands beside it, as the code itself would.
    const mark = absentWord(text);
    const hidden: string[] = [];
    let without = '';
    let at = 0;
    for (const { from, to } of codeIn(text)) {
      hidden.push(text.slice(from, to));
      without += `${text.slice(at, from)}·${mark}-${hidden.length - 1}·`;
      at = to;
    }
    const done = step(without + text.slice(at), context);
    const marks = new RegExp(`·${mark}-(\\d+)·`, 'g');
    return done.replace(marks, (_whole, index: string) => hidden[Number(index)] ?? '');
  };
}

/** Where the code of Markdown stands, in order (CommonMark, 4.5 and 6.1). A fence that is never closed runs to the end. */
function codeIn(text: string): Range[] {
  const ranges: Range[] = [];
  let paragraph = 0;
  let from = 0;
  while (from < text.length) {
    const end = lineEnd(text, from);
    const [, fence] = /^[ \t>]*(`{3,}(?!`)|~{3,}(?!~))[^`\n]*$/.exec(text.slice(from, end)) ?? [];
    if (fence) {
      ranges.push(...spansIn(text, paragraph, from));
      const to = endOfFence(text, end + 1, fence);
      ranges.push({ from, to });
      from = to + 1;
      paragraph = from;
    } else {
      const isBlank = text.slice(from, end).trim() === '';
      from = end + 1;
      if (!isBlank) continue;
      ranges.push(...spansIn(text, paragraph, from));
      paragraph = from;
    }
  }
  ranges.push(...spansIn(text, paragraph, text.length));
  return ranges;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function endOfFence(text: string, start: number, fence: string): number {
  let from = start;
  while (from < text.length) {
    const end = lineEnd(text, from);
    const line = text
      .slice(from, end)
      .replace(/^[ \t>]*/, '')
      .trimEnd();
    if (line.startsWith(fence) && line === (fence[0] ?? '').repeat(line.length)) return end;
    from = end + 1;
  }
  return text.length;
}

/** The spans of code in a paragraph: between two runs of as many backticks, or between tags. */
function spansIn(text: string, from: number, to: number): Range[] {
  const paragraph = text.slice(from, to);
  const runs = [...paragraph.matchAll(/`+|<\/?(?:pre|code)\b[^<>]*>/gi)];
  const later = new Map<string, number[]>();
  // The next one is the last in each list.
  runs.toReversed().forEach((run, before) => {
    const index = runs.length - 1 - before;
    const key = keyOf(run[0]);
    const known = later.get(key);
    if (known) known.push(index);
    else later.set(key, [index]);
  });
  const ranges: Range[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run || run[0].startsWith('</')) continue;
    const ends = later.get(run[0].startsWith('<') ? `/${keyOf(run[0])}` : keyOf(run[0])) ?? [];
    while ((ends.at(-1) ?? runs.length) <= index) ends.pop();
    const end = ends.at(-1);
    const last = end === undefined ? undefined : runs[end];
    if (!last || end === undefined) continue;
    ranges.push({ from: from + run.index, to: from + last.index + last[0].length });
    index = end;
  }
  return ranges;
}

/** Runs of as many backticks end each other; a tag is ended by its own. */
function keyOf(run: string): string {
  if (run.startsWith('`')) return run;
  return run.toLowerCase().replace(/^<(\/?)(\w+)[\s\S]*$/, '$1$2');
}
