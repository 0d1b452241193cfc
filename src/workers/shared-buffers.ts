import type { FileToWrite } from './jobs.js';

/** How many bytes a slot has: most documents are far smaller, and stand together in one. */
const slotSize = 1_000_000;
const slotCount = 6;

/** Memory that two threads share, in slots: the first one fills them, and the other one empties them. */
export class SharedSlots {
  private readonly states: Int32Array;
  private readonly bytes: Uint8Array;

  /** @param shared what another one is made of; without it there are new slots */
  constructor(
    readonly shared = new SharedArrayBuffer(slotCount * (slotSize + Int32Array.BYTES_PER_ELEMENT)),
  ) {
    this.states = new Int32Array(shared, slotCount * slotSize);
    this.bytes = new Uint8Array(shared, 0, slotCount * slotSize);
  }

  /** Takes a slot that is free; nothing where none is. */
  take(): number | undefined {
    const slot = this.states.findIndex((_, index) => Atomics.load(this.states, index) === 0);
    if (slot === -1) return undefined;
    Atomics.store(this.states, slot, 1);
    return slot;
  }

  free(slot: number): void {
    Atomics.store(this.states, slot, 0);
  }

  bytesOf(slot: number): Uint8Array {
    return this.bytes.subarray(slot * slotSize, (slot + 1) * slotSize);
  }
}

/** Files that are handed over together, in one slot. */
export class Pack {
  readonly files: FileToWrite[] = [];
  private length = 0;

  constructor(
    readonly slot: number,
    private readonly bytes: Uint8Array,
  ) {}

  hasRoomFor(length: number): boolean {
    return this.length + length <= this.bytes.length;
  }

  add(file: string, pieces: readonly Buffer[]): void {
    const from = this.length;
    for (const piece of pieces) {
      this.bytes.set(piece, this.length);
      this.length += piece.length;
    }
    this.files.push({ file, from, to: this.length });
  }
}
