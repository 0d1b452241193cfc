import { closeSync, openSync, readSync } from 'node:fs';

/** Articles are read one after another into the same memory; it grows with the largest of them. */
let room: Buffer = Buffer.allocUnsafeSlow(65_536);

/**
 * The bytes of a file, faster than `readFileSync` for many small files, since it asks for no memory and no size.
 *
 * @param most how many bytes are read at most
 * @returns bytes that hold until the next call
 * @throws the file system's error where the file cannot be read
 */
export function readBytes(file: string, most: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    let length = 0;
    for (;;) {
      const count = readSync(handle, room, length, Math.min(room.length, most) - length, null);
      length += count;
      if (count === 0 || length >= most) return room.subarray(0, length);
      if (length === room.length) room = grown(length);
    }
  } finally {
    closeSync(handle);
  }
}

function grown(length: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(length * 2);
  room.copy(larger, 0, 0, length);
  return larger;
}
