/** Where credentials come from, and where they do not go. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type S3Server, startS3 } from '../support/s3-server.js';
import { folderWith } from '../support/site-folder.js';
import { problemOf, publishedSite } from './deployed-site.js';

const test = suite('credentials');
const server: S3Server = await startS3();
const { endpoint } = server;

test.before.each(() => {
  server.reset();
  server.keepsConditions = true;
});

test('credentials are found where the tools of AWS find them', async () => {
  const site = await publishedSite(server, 's3://news/profile');
  const home = folderWith({
    '.aws/credentials':
      '[my.team]\naws_access_key_id = S3RVER\naws_secret_access_key=S3RVER\n[default]\naws_access_key_id=no\n',
    '.aws/config': `[profile my.team]\nregion = eu-west-1\ns3 =\n  addressing_style = path\nendpoint_url = ${endpoint}\n`,
  });
  await site.publish('s3://news/profile', { env: { HOME: home, AWS_PROFILE: 'my.team' } });
  assert.match(String(server.seen[0]?.headers.authorization), /S3RVER\/\d+\/eu-west-1\/s3/);
  await site.publish('s3://news/profile', { env: { HOME: home }, profile: 'my.team' });
  const told = await problemOf(site.publish('s3://news/profile', { env: { HOME: home }, endpoint }));
  assert.match(told, /The secret access key is missing/);
});

test('neither what is printed nor what is stored has a secret in it', async () => {
  const site = await publishedSite(server, 's3://news/secret');
  const secrets = ['AKIAVERYSECRET', 'sekrit/key+value', 'the-session-token'];
  const [AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN] = secrets;
  const env = { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN };
  const told: string[] = [];
  server.injectFault = () => ({ status: 403, code: `InvalidAccessKeyId ${secrets.join(' ')}` });
  told.push(await problemOf(site.publish('s3://news/secret', { endpoint, env })));
  server.injectFault = () => undefined;
  for (const target of [`s3://${secrets[0]}:${secrets[1]}@news`, 's3://news'])
    told.push(await problemOf(site.publish(target, { endpoint: `http://${secrets[0]}:x@127.0.0.1`, env })));
  assert.match(told.join('\n'), /\[hidden\]/);
  for (const secret of [...secrets, 'sekrit']) assert.not.match(told.join('\n'), secret);
  for (const [, { bytes }] of await server.objects('secret/')) assert.not.ok(bytes.includes('S3RVER'));
});

test.run();
