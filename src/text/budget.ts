import vm from 'node:vm';
import { TooDeep } from './too-deep.js';

/** A text that takes longer than any reader of it would wait. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
}

/** Shorter Markdown cannot take long, whatever is in it. */
export const harmless = 20_000;
/** How long a text may take, in milliseconds: some hundred times as long as an ordinary one of its size. */
const longest = (length: number) => 3000 + Math.ceil(length / 200);

/** Where V8 can be told to stop what is being done. */
const room: vm.Context = vm.createContext({});
const script = new vm.Script('run()');

/**
 * Does something with a text, and ends it where it takes too long. It is the last resort behind the bounds of
 * {@link requireOrdinary}, for what nobody thought of; no ordinary text comes near it, on any machine.
 *
 * @param length of the text
 * @param isSuspect whether it may take long although it is short
 * @throws TooCostly
 */
export function withinBudget<T>(length: number, act: () => T, isSuspect = false): T {
  if (length < harmless && !isSuspect) return act();
  let done: { result: T } | undefined;
  const before = room.run;
  try {
    room.run = () => {
      done = { result: act() };
    };
    script.runInContext(room, { timeout: longest(length) });
  } catch (error) {
    // The error is one of the other context, whose classes are not ours.
    if (!isTimeout(error)) throw error;
  } finally {
    room.run = before;
  }
  if (!done) throw new TooCostly('it takes too long to render');
  return done.result;
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

/** The longest word outside of code: parsers of Markdown look at each character of a word once for every other one. */
const longestWord = 5000;
/** More lists in each other, begun on one line, than anybody writes. */
const manyMarkers = /(?:[-*+][ \t]+){200}/y;
/** The most columns that a line may be indented by: lists in each other are read once more for each of them. */
const deepestIndent = 400;

/**
 * Refuses Markdown that takes far more time than its length lets one expect. Fenced code and pictures that stand in the
 * text as data may be of any length.
 *
 * @throws TooCostly, TooDeep
 */
export function requireOrdinary(markdown: string): void {
  if (markdown.length < deepestIndent) return;
  let fence = '';
  for (let from = 0; from < markdown.length; ) {
    const end = markdown.indexOf('\n', from);
    const to = end === -1 ? markdown.length : end;
    const start = startOfLine(markdown, from, to);
    const marks = fenceAt(markdown, start);
    if (fence === '') fence = marks;
    else if (marks.startsWith(fence)) fence = '';
    if (fence === '' && to - from > deepestIndent) requireOrdinaryLine(markdown, { from, start, to });
    from = to + 1;
  }
}

function requireOrdinaryLine(
  text: string,
  { from, start, to }: { from: number; start: number; to: number },
): void {
  if (start - from > deepestIndent && /[-*+\d]/.test(text[start] ?? '')) throw new TooDeep();
  manyMarkers.lastIndex = start;
  if (manyMarkers.test(text) && !/^[-*\s]*$/.test(text.slice(start, to))) throw new TooDeep();
  let wordStart = start;
  for (let at = start; at <= to; at += 1) {
    const code = at < to ? text.charCodeAt(at) : 32;
    if (code > 32 && code < 127) continue;
    if (at - wordStart > longestWord && !text.slice(wordStart, at).includes('data:'))
      throw new TooCostly(`it has a word of ${at - wordStart} characters`);
    wordStart = at + 1;
  }
}

function startOfLine(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] === ' ' || text[at] === '\t' || text[at] === '>')) at += 1;
  return at;
}

/** The run of backticks or tildes at a place, where it is long enough to be a fence. */
function fenceAt(text: string, start: number): string {
  const mark = text[start];
  if (mark !== '`' && mark !== '~') return '';
  let end = start;
  while (text[end] === mark) end += 1;
  return end - start >= 3 ? text.slice(start, end) : '';
}

/** Elements that have no end tag, or may do without one. */
const open: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot colgroup option
  optgroup rp rt`.split(/\s+/),
);
const deepestElements = 1000;

/**
 * Refuses HTML whose elements stand in each other so deeply that making it safe would take forever.
 *
 * @throws TooDeep
 */
export function requireShallow(html: string): void {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,20})/gi)) {
    if (open.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > deepestElements) throw new TooDeep();
  }
}

/** Whether a table can begin here: its second line says so, and looking at all others takes long (GFM, 4.10). */
export function mayBeTable(source: string): boolean {
  const end = source.indexOf('\n');
  if (end === -1) return false;
  const next = source.indexOf('\n', end + 1);
  return /[:|]/.test(source.slice(end + 1, next === -1 ? source.length : next));
}
