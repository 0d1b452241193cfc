import { domainToUnicode } from 'node:url';
import { hasIllegalCharacters } from '../text/xml-characters.js';
import { decodePath } from './decode-path.js';

/** What an address has that no URI may have: characters outside of ASCII, or escapes in its host. */
const foreign = /[^\u0000-\u007f]|^[a-z][a-z0-9+.-]*:\/\/[^/?#]*%/i;

/**
 * An address as a URI (RFC 3987, 3.1): its host in A-labels, everything else outside of ASCII escaped. One that is a URI
 * already, is none at all, or has characters that no feed can hold, stays as it was written.
 */
export function asUri(address: string): string {
  const isWritten = foreign.test(address) && !hasIllegalCharacters(address) && URL.canParse(address);
  return isWritten ? new URL(address).href : address;
}

/** A URI as people read it: its host in letters, and its escapes resolved where that is possible. */
export function readableAddress(uri: string): string {
  if (!URL.canParse(uri)) return decodePath(uri);
  const { host, hostname } = new URL(uri);
  return decodePath(uri).replace(host, host.replace(hostname, domainToUnicode(hostname) || hostname));
}
