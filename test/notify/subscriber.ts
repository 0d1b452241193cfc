import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../support/listen.js';

const secret = 'only the hub and I know';

/** A subscriber as WebSub has it: finds the hub in the feed, confirms its wish, and takes what is delivered. */
export class Subscriber {
  /** What was delivered, with a signature that is right. */
  readonly delivered: { topic: string; content: string }[] = [];
  private wished = '';
  private confirmed: (() => void) | undefined;
  private heard: (() => void) | undefined;
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private callback = '';

  async open(): Promise<void> {
    this.callback = `http://127.0.0.1:${await listen(this.server)}/callback?id=1`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** Section 4: hub and topic are what the feed says of itself. Ends when the hub has asked back. */
  async subscribe(address: string): Promise<void> {
    const feed = await (await fetch(address)).text();
    const [hub, topic] = ['hub', 'self'].map((rel) => linkIn(feed, rel));
    if (!hub || !topic) throw new Error(`${address} names no hub`);
    this.wished = topic;
    const confirmed = new Promise<void>((resolve) => {
      this.confirmed = resolve;
    });
    const form = {
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': this.callback,
      'hub.secret': secret,
    };
    const { status } = await fetch(hub, { method: 'POST', body: new URLSearchParams(form) });
    if (status !== 202) throw new Error(`the hub answered ${status}`);
    await confirmed;
  }

  /** Ends with the next delivery. */
  hears(): Promise<void> {
    return new Promise((resolve) => {
      this.heard = resolve;
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      const asked = new URL(request.url ?? '/', 'http://x').searchParams;
      const isWished = asked.get('hub.topic') === this.wished;
      response.writeHead(isWished ? 200 : 404).end(isWished ? asked.get('hub.challenge') : '');
      if (isWished) setTimeout(() => this.confirmed?.(), 50);
      return;
    }
    const content = await text(request);
    response.writeHead(200).end();
    const signature = `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`;
    const topic = /<([^>]*)>; rel="self"/.exec(String(request.headers.link))?.[1] ?? '';
    if (request.headers['x-hub-signature'] === signature) this.delivered.push({ topic, content });
    this.heard?.();
  }
}

/** The link of a relation, in RSS, Atom or JSON Feed. */
function linkIn(feed: string, rel: string): string | undefined {
  if (feed.startsWith('{')) {
    const { hubs, feed_url: self } = JSON.parse(feed) as { hubs?: { url: string }[]; feed_url: string };
    return rel === 'hub' ? hubs?.[0]?.url : self;
  }
  const links = [...feed.matchAll(/<(?:atom:)?link\b([^>]*)\/>/g)].map(([, attributes = '']) => attributes);
  const link = links.find((attributes) => attributes.includes(`rel="${rel}"`));
  return /href="([^"]*)"/.exec(link ?? '')?.[1];
}
