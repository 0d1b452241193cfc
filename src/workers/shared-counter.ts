/** A number that several threads count up, and that they can wait for. */
export class SharedCounter {
  private readonly cell: Int32Array;

  /** @param shared what another one is made of; without it there is a new one, which begins with zero */
  constructor(readonly shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.cell = new Int32Array(shared);
  }

  get value(): number {
    return Atomics.load(this.cell, 0);
  }

  /** Counts one more, or several; gives what it was before, and wakes who waits. */
  add(more = 1): number {
    const before = Atomics.add(this.cell, 0, more);
    Atomics.notify(this.cell, 0);
    return before;
  }

  /**
   * Waits until it is no longer what is known.
   *
   * @param longest milliseconds
   * @returns `false` where that takes longer
   */
  waitForMoreThan(known: number, longest = Number.POSITIVE_INFINITY): boolean {
    return Atomics.wait(this.cell, 0, known, longest) !== 'timed-out';
  }
}
