/** A text whose quotes or lists stand in each other deeper than the parser of Markdown can follow. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

/** Does something that recurses into a text; where that exhausts the stack, the text is too deep. */
export function withinDepth<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) throw new TooDeep();
    throw error;
  }
}
