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
  if (!/vtt|subrip/.test(type)) return blocks.flatMap((block) => paragraph({ text: block }) ?? []);
  return joined(blocks.flatMap((block) => cueOf(block) ?? []));
}

/** A cue: its times on one line, perhaps after a line that names it, and its text on those below. */
function cueOf(block: string): TranscriptParagraph | undefined {
  const lines = block.split('\n');
  const at = lines.findIndex((line) => line.includes('-->'));
  const start = secondsOf(lines[at] ?? '');
  if (at === -1 || at > 1 || start === undefined) return undefined;
  const written = lines.slice(at + 1).join(' ');
  const [voice = ''] = /<v[ .][^<>]{1,200}>/.exec(written) ?? [];
  const speaker = lineFrom(voice.slice(2, -1).replace(/^\.[^ ]*/, ''));
  const text = decodeHTMLStrict(written.replace(/<[^<>]*>/g, ''));
  return paragraph({ start, text, ...(speaker ? { speaker } : {}) });
}

/** `01:02:03.500 --> …`, with a comma in SubRip; hours may be left out. */
function secondsOf(line: string): number | undefined {
  const [, hours = '0', minutes, seconds] =
    /^\s*(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)\s*-->/.exec(line) ?? [];
  if (minutes === undefined || seconds === undefined) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
}

function paragraph(written: TranscriptParagraph): TranscriptParagraph | undefined {
  const text = lineFrom(written.text);
  return text ? { ...written, text } : undefined;
}

function joined(cues: readonly TranscriptParagraph[]): TranscriptParagraph[] {
  const paragraphs: TranscriptParagraph[] = [];
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    const isOther = cue.speaker !== undefined && cue.speaker !== last?.speaker;
    const isFull = last && last.text.length >= longParagraph && /[.!?…。！？]["'”»)]*$/u.test(last.text);
    if (!last || isOther || isFull) paragraphs.push({ ...cue });
    // Cues that overlap repeat what stands in the one before.
    else if (!last.text.endsWith(cue.text)) last.text += ` ${cue.text}`;
  }
  return paragraphs;
}
