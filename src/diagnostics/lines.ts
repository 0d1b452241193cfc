/** A place in a file; `line` and `column` count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The lines of a text: many places in it are found without reading it again for each. */
class Lines {
  /** Where each line begins. */
  private readonly starts = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** The place of a character, by its index. */
  placeAt(index: number): Place {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (this.starts[low] ?? 0) + 1 };
  }

  /** A line by its number, from 1; empty where the text has no such line. */
  line(number: number): string {
    const start = this.starts[number - 1];
    if (start === undefined) return '';
    const end = this.starts[number];
    return this.text.slice(start, end === undefined ? this.text.length : end - 1);
  }
}

let latest = new Lines('');

/** The lines of a text. Those of the latest text are kept, since problems come article by article. */
export function linesOf(text: string): Lines {
  if (latest.text !== text) latest = new Lines(text);
  return latest;
}
