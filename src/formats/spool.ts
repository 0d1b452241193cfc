import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const blockSize = 1_000_000;
/** How many blocks stay in memory; later ones go to a file. */
const inMemory = 16;

/** Where something is in a spool. */
export interface Piece {
  block: number;
  at: number;
  length: number;
}

/**
 * Keeps many small pieces for a while: in memory as long as they are few, in a temporary file that nobody else sees
 * where there are more.
 */
export class Spool {
  private readonly blocks: (Buffer | number)[] = [];
  private current = Buffer.allocUnsafe(blockSize);
  private filled = 0;
  private file: { handle: number; length: number } | undefined;

  /** @throws the file system's error where the temporary folder is full */
  add(piece: Buffer): Piece {
    if (this.filled + piece.length > this.current.length) this.turnOver(piece.length);
    const at = this.filled;
    piece.copy(this.current, at);
    this.filled += piece.length;
    return { block: this.blocks.length, at, length: piece.length };
  }

  read({ block, at, length }: Piece): Buffer {
    const place = block === this.blocks.length ? this.current : this.blocks[block];
    if (Buffer.isBuffer(place)) return place.subarray(at, at + length);
    if (place === undefined || !this.file) throw new Error('A piece is of another spool.');
    const piece = Buffer.allocUnsafe(length);
    readSync(this.file.handle, piece, 0, length, place + at);
    return piece;
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

/** A file whose name is gone already, so that it goes with the process however that ends. */
function openUnseen(): number {
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-'));
  const handle = openSync(join(folder, 'items'), 'wx+', 0o600);
  rmSync(folder, { recursive: true, force: true });
  return handle;
}
