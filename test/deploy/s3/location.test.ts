import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { locate, type StoreFlags } from '../../../src/deploy/s3/location.js';
import { folderWith } from '../../support/site-folder.js';

const test = suite('place of a bucket');
const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', HOME: folderWith({}) };

const cases: [
  target: string,
  flags: StoreFlags,
  env: Record<string, string>,
  address: string,
  region: string,
][] = [
  ['s3://news', {}, {}, 'https://news.s3.us-east-1.amazonaws.com', 'us-east-1'],
  ['s3://news', { region: 'eu-west-1' }, {}, 'https://news.s3.eu-west-1.amazonaws.com', 'eu-west-1'],
  ['s3://news', {}, { AWS_REGION: 'eu-west-3' }, 'https://news.s3.eu-west-3.amazonaws.com', 'eu-west-3'],
  [
    's3://news',
    {},
    { AWS_DEFAULT_REGION: 'eu-west-2' },
    'https://news.s3.eu-west-2.amazonaws.com',
    'eu-west-2',
  ],
  ['s3://a.news', {}, {}, 'https://s3.us-east-1.amazonaws.com/a.news', 'us-east-1'],
  ['s3://news', { pathStyle: true }, {}, 'https://s3.us-east-1.amazonaws.com/news', 'us-east-1'],
  ['s3://news', { endpoint: 'https://s3.example/' }, {}, 'https://s3.example/news', 'us-east-1'],
  [
    's3://news',
    { endpoint: 'https://s3.example', pathStyle: false },
    {},
    'https://news.s3.example',
    'us-east-1',
  ],
  ['s3://news', {}, { AWS_ENDPOINT_URL: 'http://a:9000/s3' }, 'http://a:9000/s3/news', 'us-east-1'],
  [
    's3://news',
    {},
    { AWS_ENDPOINT_URL: 'http://a', AWS_ENDPOINT_URL_S3: 'http://b' },
    'http://b/news',
    'us-east-1',
  ],
  [
    's3://news',
    { endpoint: 'https://s3.us-west-004.backblazeb2.com' },
    {},
    'https://s3.us-west-004.backblazeb2.com/news',
    'us-west-004',
  ],
  [
    's3://news',
    { endpoint: 'https://0a1b.r2.cloudflarestorage.com' },
    {},
    'https://0a1b.r2.cloudflarestorage.com/news',
    'auto',
  ],
];

for (const [target, flags, env, address, region] of cases) {
  test(`${target} ${JSON.stringify({ ...flags, ...env })} is at ${address}`, () => {
    const found = locate(target, flags, { ...keys, ...env });
    assert.equal([found.address, found.region], [address, region]);
  });
}

test('a folder in it comes before every key', () => {
  assert.is(locate('s3://news/a/b/', {}, keys).prefix, 'a/b/');
  assert.is(locate('s3://news/', {}, keys).prefix, '');
});

for (const target of [
  's3://',
  's3:///a',
  's3://a',
  's3://news/../other',
  's3://news/.hidden',
  's3://news/a//b',
])
  test(`${target} is refused`, () => {
    assert.throws(() => locate(target, {}, keys), /does not name a bucket|cannot be a folder/);
  });

test('profiles: that which is named beats the environment, credentials beat the configuration', () => {
  const home = folderWith({
    '.aws/credentials': '# a comment\n[default]\naws_access_key_id=A\naws_secret_access_key=a=b;c#d\n',
    '.aws/config':
      '[default]\nregion = eu-north-1\naws_access_key_id=X\n\n[profile\tsso]\nsso_start_url=x\n[profile "news"]\naws_access_key_id=B\r\naws_secret_access_key=b\naws_session_token=t\ns3 =\n  addressing_style = virtual\n  endpoint_url = https://s3.example\nregion=eu-south-1\n',
  });
  const env = { HOME: home };
  const usual = locate('s3://news', {}, env);
  assert.equal(usual.credentials, { accessKeyId: 'A', secretAccessKey: 'a=b;c#d' });
  assert.is(usual.region, 'eu-north-1');
  const named = locate('s3://news', { profile: 'news' }, { ...keys, ...env });
  assert.equal(named.credentials, { accessKeyId: 'B', secretAccessKey: 'b', sessionToken: 't' });
  assert.equal([named.address, named.region], ['https://news.s3.example', 'eu-south-1']);
  assert.throws(() => locate('s3://news', { profile: 'sso' }, env), /"sso" has no static keys/);
  assert.is(locate('s3://news', { profile: '' }, env).credentials.accessKeyId, 'A');
  assert.is(locate('s3://news', {}, { ...keys, HOME: home }).credentials.accessKeyId, 'id');
  assert.throws(
    () => locate('s3://news', { profile: 'none' }, { ...keys, ...env }),
    /There is no profile "none"/,
  );
});

for (const { env, says } of [
  { env: { AWS_ACCESS_KEY_ID: 'id' }, says: /The secret access key is missing/ },
  { env: { AWS_SECRET_ACCESS_KEY: 'sekrit' }, says: /The access key id is missing/ },
  { env: { ...keys, AWS_SESSION_TOKEN: 'sekrit\nkey' }, says: /have spaces, line ends/ },
]) {
  test(`keys: ${Object.keys(env).join(', ')}: ${says}`, () => {
    try {
      locate('s3://news', {}, env);
      assert.unreachable();
    } catch (error) {
      assert.match(String(error), says);
      assert.not.match(String(error), 'sekrit');
    }
  });
}

for (const [target, endpoint] of [
  ['s3://AKIA:sekrit@news', undefined],
  ['s3:/AKIA:sekrit@news', undefined],
  ['s3://news', 'https://AKIA:sekrit@s3.example'],
  ['s3://news', 'AKIA:sekrit@s3.example'],
  ['s3://news', 'https://AKIA:sekrit@s3.example:99999'],
] as const)
  test(`keys in ${target} at ${endpoint} are refused, and not repeated`, () => {
    try {
      locate(target, { endpoint }, keys);
      assert.unreachable();
    } catch (error) {
      assert.match(String(error), /put keys in the environment/);
      assert.not.match(String(error), /sekrit|AKIA/);
    }
  });

test('a region that is none is refused', () => {
  assert.throws(() => locate('s3://news', { region: 'evil.example/' }, keys), /is not the name of a region/);
});

test.run();
