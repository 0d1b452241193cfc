import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isPrivateAddress } from '../../src/import/private-address.js';

const test = suite('private addresses');

/** The first and the last address of each network that is not reached over the Internet, and their neighbours outside. */
const networks: [first: string, last: string, before: string | undefined, after: string | undefined][] = [
  ['0.0.0.0', '0.255.255.255', undefined, '1.0.0.0'],
  ['10.0.0.0', '10.255.255.255', '9.255.255.255', '11.0.0.0'],
  ['100.64.0.0', '100.127.255.255', '100.63.255.255', '100.128.0.0'],
  ['127.0.0.0', '127.255.255.255', '126.255.255.255', '128.0.0.0'],
  ['169.254.0.0', '169.254.255.255', '169.253.255.255', '169.255.0.0'],
  ['172.16.0.0', '172.31.255.255', '172.15.255.255', '172.32.0.0'],
  ['192.0.0.0', '192.0.0.255', '191.255.255.255', '192.0.1.0'],
  ['192.168.0.0', '192.168.255.255', '192.167.255.255', '192.169.0.0'],
  ['198.18.0.0', '198.19.255.255', '198.17.255.255', '198.20.0.0'],
  ['224.0.0.0', '255.255.255.255', '223.255.255.255', undefined],
  ['::', '::1', undefined, '::2:1'],
  ['64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff', undefined, '64:ff9b:2::'],
  ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fbff::', 'fe00::'],
  ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fe7f::', 'fec0::'],
  ['ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'feff::', undefined],
];

for (const [first, last, before, after] of networks) {
  test(`from ${first} to ${last}`, () => {
    for (const inside of [first, last]) assert.is(isPrivateAddress(inside), true, inside);
    for (const outside of [before, after]) if (outside) assert.is(isPrivateAddress(outside), false, outside);
  });
}

test('an address of IPv4 within one of IPv6 counts as itself, in either notation', () => {
  for (const [address, isPrivate] of [
    ['::ffff:127.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['::FFFF:7f00:1', true],
    ['::ffff:a00:1', true],
    ['::ffff:a00:1234', true],
    ['::ffff:808:808', false],
    ['64:ff9b::10.0.0.1', true],
    ['64:ff9b::c0a8:fffe', true],
    ['64:ff9b::808:808', false],
    ['2001:db8::ffff:7f00:1', false],
  ] as const)
    assert.is(isPrivateAddress(address), isPrivate, address);
});

test.run();
