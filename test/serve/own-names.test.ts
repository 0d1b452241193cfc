import { hostname, networkInterfaces } from 'node:os';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isNameOfOurs, nameFor } from '../../src/serve/own-names.js';

const test = suite('names of this machine');

test('this machine alone, where nobody says more', () => {
  for (const [asked, isOurs] of [
    ['localhost', true],
    ['localhost:8000', true],
    ['LOCALHOST:1', true],
    ['site.localhost:8000', true],
    ['127.0.0.1:8000', true],
    ['127.10.200.255', true],
    ['[::1]:8000', true],
    ['localhost.evil.example', false],
    ['evil-localhost', false],
    ['127.0.0.1.evil.example', false],
    ['128.0.0.1', false],
    ['x[::1]', false],
    ['', false],
    ['example.org', false],
    [hostname(), false],
  ] as const)
    assert.is(isNameOfOurs(asked), isOurs, asked);
  assert.is(isNameOfOurs(undefined), false);
  assert.is(nameFor(undefined), 'localhost');
});

test('names and addresses of this machine, where it serves to the network', () => {
  const own = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal }) => !internal);
  const names = own.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
  for (const name of [hostname(), `${hostname()}.local`, ...names]) {
    assert.is(isNameOfOurs(`${name}:8000`, '0.0.0.0'), true, name);
    assert.is(isNameOfOurs(name, '::'), true, name);
  }
  for (const name of ['example.org', '8.8.8.8', '[2001:db8::1]'])
    assert.is(isNameOfOurs(name, '0.0.0.0'), false);
  assert.is(isNameOfOurs('8.8.8.8', '8.8.8.8'), true);
  assert.is(isNameOfOurs('[2001:db8::1]:80', '2001:DB8::1'), true);
  assert.is(nameFor('8.8.8.8'), '8.8.8.8');
  assert.is(nameFor('2001:db8::1'), '[2001:db8::1]');
  const first = own.find(({ family }) => family === 'IPv4') ?? own[0];
  const wanted = first ? (first.family === 'IPv6' ? `[${first.address}]` : first.address) : 'localhost';
  assert.is(nameFor('0.0.0.0'), wanted);
  assert.is(nameFor('::'), wanted);
});

test.run();
