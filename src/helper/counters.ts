/** How long a thread may be silent before it is given up, in milliseconds. */
const longestSilence = 60_000;

/** What both threads count: jobs that were posted, and jobs that are done. */
export class Counters {
  private readonly cells: Int32Array;

  /** @param shared what another one is made of; without it there are new counters */
  constructor(readonly shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.cells = new Int32Array(shared);
  }

  posted(): void {
    this.count(0);
  }

  done(): void {
    this.count(1);
  }

  get jobsDone(): number {
    return Atomics.load(this.cells, 1);
  }

  /** Waits until more jobs were posted than were received. */
  waitForMoreThan(received: number): void {
    Atomics.wait(this.cells, 0, received);
  }

  /** Waits until more jobs are done than were; `false` where that takes too long. */
  waitForMoreDoneThan(known: number): boolean {
    return Atomics.wait(this.cells, 1, known, longestSilence) !== 'timed-out';
  }

  private count(cell: number): void {
    Atomics.add(this.cells, cell, 1);
    Atomics.notify(this.cells, cell);
  }
}
