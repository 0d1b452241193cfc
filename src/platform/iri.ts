import { domainToUnicode } from 'node:url';
import { decodePath } from './decode-path.js';

/** What an address has that no URI may have: characters outside of ASCII, or escapes in its host. */
const foreign = /[^\u0021-\u007e]|^[a-z][a-z0-9+.-]*:\/\/[^/?#]*%/i;

/**
 * An address as a URI (RFC 3987, 3.1): its host in A-labels, everything else outside of ASCII escaped. One that is a URI
 * already, or is none at all, stays as it was written.
 */
export function asUri(address: string): string {
  return foreign.test(address) && URL.canParse(address) ? new URL(address).href : address;
}

/** A URI as people read it: its host in letters, and its escapes resolved where that is possible. */
export function readableAddress(uri: string): string {
  if (!URL.canParse(uri)) return decodePath(uri);
  const { host, hostname } = new URL(uri);
  return decodePath(uri).replace(host, host.replace(hostname, domainToUnicode(hostname) || hostname));
}
