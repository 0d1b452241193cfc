import { noteElement, stylesheetInstruction } from './browser-note.js';
import type { Placeholders } from './feed-package/placeholders.js';
import type { FeedHead, Frame } from './format.js';
import { elementText, type XmlElement } from './namespaces/xml-element.js';

/** What stands around the items of an XML document. */
interface XmlFrame {
  /** Opening tags, from the root to what the items stand in. */
  opening: readonly string[];
  /** What `feed` wrote about the feed. */
  written: string;
  /** Elements that `feed` does not write. */
  more: readonly XmlElement[];
  closing: readonly string[];
}

/** The frame of an XML document, which shows a note to people who open it in a browser. */
export function xmlFrame(head: FeedHead, placeholders: Placeholders, frame: XmlFrame): Frame {
  const before = [
    '<?xml version="1.0" encoding="utf-8"?>',
    stylesheetInstruction(head.note, placeholders),
    ...frame.opening,
    noteElement(head.note, placeholders),
    frame.written,
    ...frame.more.map(elementText),
  ];
  return {
    before: placeholders.fill(`${before.join('\n')}\n`),
    between: '',
    after: `${frame.closing.join('\n')}\n`,
  };
}
