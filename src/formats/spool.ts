import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const blockSize = 1_000_000;
/** How many blocks stay in memory; later ones go to a file. */
const inMemory = 4;

/** Where some texts are in a spool, one after another. */
export interface Piece {
  block: number;
  at: number;
  /** Where each of them ends, in bytes from the beginning of the first. */
  ends: readonly number[];
}

/** No character of a string takes more bytes in UTF-8. */
const mostBytes = 3;

/**
 * Keeps many small texts for a while, as UTF-8: in memory as long as they are few, in a temporary file that nobody else
 * sees where there are more.
 */
export class Spool {
  private readonly blocks: (Buffer | number)[] = [];
  private current = Buffer.allocUnsafe(blockSize);
  private filled = 0;
  private file: { handle: number; length: number } | undefined;

  /** @throws the file system's error where the temporary folder is full */
  add(texts: readonly string[]): Piece {
    const wanted = mostBytes * texts.reduce((sum, { length }) => sum + length, 0);
    if (this.filled + wanted > this.current.length) this.turnOver(wanted);
    const at = this.filled;
    const ends = texts.map((text) => {
      this.filled += this.current.write(text, this.filled);
      return this.filled - at;
    });
    return { block: this.blocks.length, at, ends };
  }

  /** The texts of a piece, as bytes. */
  read({ block, at, ends }: Piece): Buffer[] {
    // The block that is being filled may be used again for others.
    if (block === this.blocks.length)
      return cut(Buffer.from(this.current.subarray(at, at + lengthOf(ends))), 0, ends);
    const place = this.blocks[block];
    if (Buffer.isBuffer(place)) return cut(place, at, ends);
    if (place === undefined || !this.file) throw new Error('A piece is of another spool.');
    const piece = Buffer.allocUnsafe(lengthOf(ends));
    readSync(this.file.handle, piece, 0, piece.length, place + at);
    return cut(piece, 0, ends);
  }

  /** Forgets everything. */
  close(): void {
    if (this.file) closeSync(this.file.handle);
    this.file = undefined;
    this.blocks.length = 0;
  }

  /** Puts the full block away, and begins one that holds as much as is wanted. */
  private turnOver(wanted: number): void {
    const full = this.current.subarray(0, this.filled);
    if (this.blocks.length < inMemory) {
      this.blocks.push(full);
      this.current = Buffer.allocUnsafe(Math.max(blockSize, wanted));
    } else {
      this.file ??= { handle: openUnseen(), length: 0 };
      this.blocks.push(this.file.length);
      writeSync(this.file.handle, full, 0, full.length, this.file.length);
      this.file.length += full.length;
      if (wanted > this.current.length) this.current = Buffer.allocUnsafe(wanted);
    }
    this.filled = 0;
  }
}

function lengthOf(ends: readonly number[]): number {
  return ends.at(-1) ?? 0;
}

function cut(bytes: Buffer, at: number, ends: readonly number[]): Buffer[] {
  return ends.map((end, index) => bytes.subarray(at + (ends[index - 1] ?? 0), at + end));
}

/** A file whose name is gone already, so that it goes with the process however that ends. */
function openUnseen(): number {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-'));
  const handle = openSync(join(folder, 'items'), 'wx+', 0o600);
  rmSync(folder, { recursive: true, force: true });
  return handle;
}
