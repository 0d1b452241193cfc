import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const pieceSize = 1_000_000;
/** Files are read one after another into the same memory. */
let room: Buffer | undefined;

/**
 * The beginning of a file; all of it where it is no longer than that.
 *
 * @param length bytes at most
 * @throws the file system's error where the file cannot be read
 */
export function readHead(file: string, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const handle = openSync(file, 'r');
  try {
    let filled = 0;
    for (;;) {
      const count = readSync(handle, bytes, filled, length - filled, filled);
      filled += count;
      if (count === 0 || filled === length) return bytes.subarray(0, filled);
    }
  } finally {
    closeSync(handle);
  }
}

/** The beginning of a file as a text, to see what it may be; empty where it cannot be read. */
export function glanceAt(file: string, length: number): string {
  try {
    return readHead(file, length).toString('utf8');
  } catch {
    return '';
  }
}

/**
 * The hash (SHA-256, base64url) of the content of a file, read a piece at a time so that it does not matter how large it is.
 *
 * @throws the file system's error where the file cannot be read
 */
export function hashOfFile(file: string): string {
  const hash = createHash('sha256');
  room ??= Buffer.allocUnsafeSlow(pieceSize);
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const count = readSync(handle, room, 0, pieceSize, null);
      if (count === 0) return hash.digest('base64url');
      hash.update(room.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}
