import { decodeHTMLStrict } from 'entities';
import { lineFrom } from './cleaned.js';

/** A paragraph of a transcript. */
export interface TranscriptParagraph {
  /** When it begins, in seconds; nothing in a transcript without times. */
  start?: number;
  /** Who speaks, where the transcript says so. */
  speaker?: string;
  text: string;
}

/** From how many characters on a paragraph ends with the next sentence. */
const longParagraph = 400;

/**
 * Reads a transcript in WebVTT, SubRip or plain text as paragraphs: cues are joined until somebody else speaks, or a
 * sentence ends and the paragraph is long enough.
 */
export function readTranscript(content: string, type: string): TranscriptParagraph[] {
  const text = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const blocks = text.split(/\n[ \t]*\n+/);
  if (!/vtt|subrip/.test(type)) return blocks.flatMap(paragraph);
  return joined(blocks.flatMap(cuesOf));
}

/** A cue as it is joined with others: also when it ends, to see whether the next one overlaps it. */
type Cue = TranscriptParagraph & { start: number; end: number };

/** A cue: its times on one line, perhaps after a line that names it, and below the text of each who speaks. */
function cuesOf(block: string): Cue[] {
  const lines = block.split('\n');
  const at = lines.findIndex((line) => line.includes('-->'));
  const [from = '', to = ''] = (lines[at] ?? '').split('-->');
  const [start, end] = [secondsOf(from), secondsOf(to)];
  if (at === -1 || at > 1 || start === undefined) return [];
  const written = lines.slice(at + 1).join(' ');
  return written.split(/(?=<v[ .])/).flatMap((part) => {
    const [voice = ''] = /^<v[ .][^<>]{1,200}>/.exec(part) ?? [];
    const speaker = lineFrom(voice.slice(2, -1).replace(/^\.[^ ]*/, ''));
    const text = lineFrom(decodeHTMLStrict(part.replace(/<[^<>]*>/g, '')));
    return text ? [{ start, end: end ?? start, text, ...(speaker ? { speaker } : {}) }] : [];
  });
}

/** `01:02:03.500`, with a comma in SubRip; hours may be left out, and settings may follow. */
function secondsOf(written: string): number | undefined {
  const [, hours = '0', minutes, seconds] =
    /^\s*(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)/.exec(written) ?? [];
  if (minutes === undefined || seconds === undefined) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
}

function paragraph(text: string): TranscriptParagraph[] {
  const line = lineFrom(text);
  return line ? [{ text: line }] : [];
}

function joined(cues: readonly Cue[]): TranscriptParagraph[] {
  const paragraphs: TranscriptParagraph[] = [];
  let before: Cue | undefined;
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    // Captions that roll repeat the line before while it is still shown.
    const isRepeated = before?.text === cue.text && cue.start <= before.end;
    const isFull = last && last.text.length >= longParagraph && /[.!?…。！？]["'”»)]*$/u.test(last.text);
    const { end: _, ...own } = cue;
    if (!last || cue.speaker !== last.speaker || (isFull && !isRepeated)) paragraphs.push(own);
    else if (!isRepeated) last.text += ` ${cue.text}`;
    before = cue;
  }
  return paragraphs;
}
