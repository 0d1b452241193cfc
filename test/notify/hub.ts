import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../support/listen.js';

/** Somebody who subscribed to a topic, and proved that he wanted to. */
interface Subscription {
  topic: string;
  callback: string;
  secret?: string;
  /** Moment at which it ends, in milliseconds. */
  until: number;
}

/** A WebSub hub (W3C Recommendation of 23 January 2018), and an rssCloud server beside it. */
export class Hub {
  /** Topics that publishers told it of, in their order. */
  readonly published: string[] = [];
  /** Feeds that were pinged at the rssCloud server. */
  readonly pinged: string[] = [];
  /** How many of the next requests of publishers it refuses, and with which status. */
  refuse: { times: number; status: number; after?: number } = { times: 0, status: 503 };
  private readonly subscriptions: Subscription[] = [];
  private readonly seen = new Map<string, string>();
  private readonly server = createServer((request, response) => {
    this.work.push(this.answer(request, response));
  });
  /** What it is at, also after it answered. */
  private readonly work: Promise<void>[] = [];
  private origin = '';

  async open(): Promise<void> {
    this.origin = `http://127.0.0.1:${await listen(this.server)}`;
  }

  get url(): string {
    return `${this.origin}/hub`;
  }

  get cloud(): string {
    return `${this.origin}/pleaseNotify`;
  }

  async close(): Promise<void> {
    await Promise.all(this.work);
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const topic = form.get('hub.topic') ?? form.get('hub.url') ?? '';
    if (request.method !== 'POST' || !isForm) response.writeHead(400).end('a form, please');
    else if (request.url === '/ping') this.ping(form.get('url') ?? '', response);
    else if (form.get('hub.mode') === 'subscribe') await this.subscribe(form, topic, response);
    else if (form.get('hub.mode') === 'publish') await this.publish(topic, response);
    else response.writeHead(400).end('unknown hub.mode');
  }

  private ping(feed: string, response: ServerResponse): void {
    this.pinged.push(feed);
    response.writeHead(200, { 'content-type': 'text/xml' }).end('<result success="true" msg="Thanks."/>');
  }

  /** Sections 5.1 to 5.3: takes the wish, then asks the subscriber whether it is his. */
  private async subscribe(form: URLSearchParams, topic: string, response: ServerResponse): Promise<void> {
    const callback = form.get('hub.callback') ?? '';
    const secret = form.get('hub.secret') ?? undefined;
    if (!URL.canParse(callback) || !URL.canParse(topic) || (secret?.length ?? 0) >= 200) {
      response.writeHead(400).end('hub.callback and hub.topic are addresses, hub.secret is short');
      return;
    }
    response.writeHead(202).end();
    const lease = Number(form.get('hub.lease_seconds') ?? 864_000);
    const challenge = randomBytes(16).toString('hex');
    const question = new URL(callback);
    const asked = {
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.challenge': challenge,
      'hub.lease_seconds': String(lease),
    };
    for (const [name, value] of Object.entries(asked)) question.searchParams.append(name, value);
    const answer = await fetch(question);
    if (!answer.ok || (await answer.text()) !== challenge) return;
    this.subscriptions.push({
      topic,
      callback,
      until: Date.now() + lease * 1000,
      ...(secret ? { secret } : {}),
    });
    this.seen.set(topic, await (await fetch(topic)).text());
  }

  /** Section 7: fetches the topic and, where it changed, hands the whole of it on. */
  private async publish(topic: string, response: ServerResponse): Promise<void> {
    const { times, status, after } = this.refuse;
    if (times > 0) {
      this.refuse = { ...this.refuse, times: times - 1 };
      response.writeHead(status, after === undefined ? {} : { 'retry-after': String(after) }).end('busy');
      return;
    }
    this.published.push(topic);
    response.writeHead(204).end();
    const fetched = await fetch(topic);
    const content = await fetched.text();
    if (this.seen.get(topic) === content) return;
    this.seen.set(topic, content);
    const type = fetched.headers.get('content-type') ?? 'application/octet-stream';
    for (const subscription of this.subscriptions) {
      if (subscription.topic === topic && subscription.until > Date.now())
        await this.deliver(subscription, content, type);
    }
  }

  /** Sections 7 and 8: with its links, and signed where the subscriber gave a secret. */
  private async deliver(
    { topic, callback, secret }: Subscription,
    content: string,
    type: string,
  ): Promise<void> {
    const headers: Record<string, string> = {
      'content-type': type,
      link: `<${this.url}>; rel="hub", <${topic}>; rel="self"`,
    };
    if (secret)
      headers['x-hub-signature'] = `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`;
    await fetch(callback, { method: 'POST', headers, body: content });
  }
}
