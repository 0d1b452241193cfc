import { createHash } from 'node:crypto';

/** The namespace of the ids of podcasts (Podcasting 2.0, `podcast:guid`). */
const namespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

/**
 * The id of a podcast: a UUID of version 5 (RFC 9562, 5.5) of the address of its feed without the scheme and without
 * slashes at its end (Podcasting 2.0, `podcast:guid`).
 *
 * @param address at which the RSS feed was first published, absolute
 */
export function podcastGuid(address: string): string {
  let name = address.replace(/^[a-z]+:\/\//i, '');
  while (name.endsWith('/')) name = name.slice(0, -1);
  const bytes = createHash('sha1')
    .update(namespace.replaceAll('-', ''), 'hex')
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
