import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { compareText } from '../text/compare-text.js';

/** Addresses by which every interface of a machine is meant. */
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/**
 * Whether a request is for a name of this machine: localhost, one of its addresses, or the name it is served at. A page
 * elsewhere can have a name of its own that leads here, and would read drafts (DNS rebinding).
 *
 * @param asked the `Host` of a request
 * @param host what is served at, if that was said
 */
export function isNameOfOurs(asked = '', host?: string): boolean {
  const name = asked.replace(/:\d+$/, '').toLowerCase();
  if (/^(?:localhost|[a-z0-9-]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(name)) return true;
  if (host === undefined) return false;
  const machine = hostname().toLowerCase();
  const names = [
    inAddress(host).toLowerCase(),
    machine,
    `${machine}.local`,
    ...ownAddresses().map(inAddress),
  ];
  return names.includes(name);
}

/** The name by which others reach what is served. */
export function nameFor(host: string | undefined): string {
  if (host === undefined) return 'localhost';
  return inAddress(everywhere.has(host) ? (ownAddresses()[0] ?? 'localhost') : host);
}

/** Names by which what is served can be reached: where every interface is meant, by this machine and by each address. */
export function namesFor(host: string | undefined): string[] {
  if (host === undefined || !everywhere.has(host)) return [nameFor(host)];
  return ['localhost', ...ownAddresses().map(inAddress)];
}

/** An address as it stands in an address of the web (RFC 3986, 3.2.2). */
function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

/** Addresses of this machine in its networks, those of IPv4 first. */
function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const others = all.filter(({ internal }) => !internal);
  return others.sort((a, b) => compareText(a.family, b.family)).map(({ address }) => address);
}
