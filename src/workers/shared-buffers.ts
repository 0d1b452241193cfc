import type { FileToWrite } from './jobs.js';

/** How many bytes a buffer has: most documents are far smaller, and stand together in one. */
const bufferSize = 1_000_000;
const bufferCount = 6;

/** Memory that two threads share, in buffers: the first one fills them, and the other one empties them. */
export class SharedBuffers {
  private readonly states: Int32Array;
  private readonly bytes: Uint8Array;

  /** @param shared what another one is made of; without it there are new buffers */
  constructor(
    readonly shared = new SharedArrayBuffer(bufferCount * (bufferSize + Int32Array.BYTES_PER_ELEMENT)),
  ) {
    this.states = new Int32Array(shared, bufferCount * bufferSize);
    this.bytes = new Uint8Array(shared, 0, bufferCount * bufferSize);
  }

  /** Takes a buffer that is free; nothing where none is. */
  take(): number | undefined {
    const buffer = this.states.findIndex((_, index) => Atomics.load(this.states, index) === 0);
    if (buffer === -1) return undefined;
    Atomics.store(this.states, buffer, 1);
    return buffer;
  }

  free(buffer: number): void {
    Atomics.store(this.states, buffer, 0);
  }

  bytesOf(buffer: number): Uint8Array {
    return this.bytes.subarray(buffer * bufferSize, (buffer + 1) * bufferSize);
  }
}

/** Files that are handed over together, in one buffer. */
export class Batch {
  readonly files: FileToWrite[] = [];
  private length = 0;

  constructor(
    readonly buffer: number,
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
