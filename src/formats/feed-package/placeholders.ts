import { cdata, escapeXml, jsonText } from '../../text/escape-xml.js';

const slotAddress = 'slot:';
/** A moment that stands for another one: a thousand years from now, a second for each slot. */
const slotMoment = Date.UTC(3021, 0, 1);

/** A moment that stands for another one, and is told from others at once. */
class SlotMoment extends Date {
  constructor(private readonly slot: number) {
    super(slotMoment + slot * 1000);
  }

  override toJSON(): string {
    return String(this.slot);
  }
}

/** A value that waits for its place in a document, and what it is. */
type Value = { text: string } | { html: string } | { moment: Date };

/** How a value is written where it stands. */
type Writing = (value: Value) => string;

/** What `feed` wrote around the values of a document: pieces, and the value between each two of them. */
interface Template {
  pieces: readonly string[];
  fillings: readonly { slot: number; write: Writing }[];
}

const nothing: Template['fillings'][number] = { slot: -1, write: () => '' };

/** How a format finds slots in what was written, and how it writes the values in their places. */
interface Notation {
  /** Finds a slot for a text: its number, and `cdata` where it stands in such a section. */
  pattern: RegExp;
  text(value: string): string;
  html(value: string, isCdata: boolean): string;
}

const xml: Notation = {
  pattern: /<!\[CDATA\[slot:(?<cdata>\d+)\]\]>|slot:(?<plain>\d+)/g,
  text: escapeXml,
  html: (value, isCdata) => (isCdata ? cdata(value) : escapeXml(value)),
};

const json: Notation = {
  pattern: /"slot:(?<plain>\d+)"/g,
  text: jsonText,
  html: jsonText,
};

/**
 * Keeps texts out of the hands of the `feed` package.
 *
 * It builds the structure of a document, but escapes in a different and sometimes wrong way in each place: attributes,
 * text, CDATA and addresses, which it also normalises. So it is given a slot for each value, an address or a moment that
 * comes through all of its paths unchanged, and the values are put in afterwards, each escaped for where it stands.
 * What an article says can therefore never become markup.
 */
export class Slots {
  private readonly values: Value[] = [];

  private constructor(private readonly notation: Notation) {}

  static forXml(): Slots {
    return new Slots(xml);
  }

  static forJson(): Slots {
    return new Slots(json);
  }

  /** A slot for plain text or an address, in an element, an attribute or a member. */
  text(text: string): string {
    return slotAddress + this.add({ text });
  }

  /** A slot for HTML, which stays readable in a CDATA section where it stands in one. */
  html(html: string): string {
    return slotAddress + this.add({ html });
  }

  /** A slot for a moment, written as `feed` writes moments there. */
  moment(moment: Date): Date {
    return new SlotMoment(this.add({ moment }));
  }

  /** The document with every slot filled. */
  fill(written: string): string {
    return this.fillTemplate(this.template(written));
  }

  fillTemplate({ pieces, fillings }: Template): string {
    let text = pieces[0] ?? '';
    for (let index = 0; index < fillings.length; index += 1) {
      const { slot, write } = fillings[index] ?? nothing;
      const value = this.values[slot];
      if (!value) throw new Error('A document has a slot that nothing was put into.');
      text += write(value) + (pieces[index + 1] ?? '');
    }
    return text;
  }

  /** What stands between the values; another document of this shape has the same. */
  template(written: string): Template {
    return templateOf(written, this.notation, this.values.length);
  }

  private add(value: Value): number {
    this.values.push(value);
    return this.values.length - 1;
  }
}

/** The most shapes that are remembered: sites have a few dozen. */
const mostShapes = 1000;

/**
 * What `feed` writes of items depends, but for their values, on their shape alone: which fields they have, and how many
 * of each. So it is asked once for each shape.
 */
export class Shapes {
  private readonly templates = new Map<string, Template>();

  /**
   * The text of an item.
   *
   * @param shape everything that decides what is written, with slots for the values
   * @param slots that the values are in
   * @param write the text with slots, as `feed` gives it
   */
  render<Shape>(shape: Shape, slots: Slots, write: (shape: Shape) => string): string {
    const key = JSON.stringify(shape);
    let template = this.templates.get(key);
    if (!template) {
      if (this.templates.size === mostShapes) this.templates.clear();
      template = slots.template(write(shape));
      this.templates.set(key, template);
    }
    return slots.fillTemplate(template);
  }
}

function templateOf(written: string, notation: Notation, slots: number): Template {
  const moments = momentsIn(written, slots);
  const found = [...written.matchAll(notation.pattern)].map(({ 0: match, index, groups }) => {
    const isCdata = groups?.cdata !== undefined;
    const write: Writing = (value) => {
      if ('moment' in value) throw new Error('A moment stands where a text belongs.');
      return 'html' in value ? notation.html(value.html, isCdata) : notation.text(value.text);
    };
    return { at: index, length: match.length, slot: Number(groups?.cdata ?? groups?.plain), write };
  });
  const all = [...found, ...moments].sort((a, b) => a.at - b.at);
  const pieces: string[] = [];
  let from = 0;
  for (const { at, length } of all) {
    pieces.push(written.slice(from, at));
    from = at + length;
  }
  return { pieces: [...pieces, written.slice(from)], fillings: all };
}

/** The two ways in which `feed` writes moments: as RSS wants them (RFC 822), and as the others do (RFC 3339). */
const momentForms: readonly ((moment: Date) => string)[] = [
  (moment) => moment.toUTCString(),
  (moment) => moment.toISOString(),
];

function momentsIn(written: string, slots: number) {
  const found: { at: number; length: number; slot: number; write: Writing }[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    for (const form of momentForms) {
      const text = form(new SlotMoment(slot));
      const write: Writing = (value) => {
        if (!('moment' in value)) throw new Error('A text stands where a moment belongs.');
        return form(value.moment);
      };
      for (let at = written.indexOf(text); at !== -1; at = written.indexOf(text, at + 1)) {
        found.push({ at, length: text.length, slot, write });
      }
    }
  }
  return found;
}
