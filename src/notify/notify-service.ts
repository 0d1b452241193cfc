import {
  isRefusal,
  noAnswer,
  type Patience,
  type Refusal,
  refusalOf,
  withRetries,
} from '../platform/retry.js';

/** Somebody who passes news on to subscribers: a WebSub hub, or an rssCloud server. */
export interface Service {
  name: 'WebSub' | 'rssCloud';
  /** Address that is told. */
  url: string;
  /** The form that tells it of a feed that changed. */
  form(feed: string): Readonly<Record<string, string>>;
}

/**
 * A WebSub hub. The W3C's recommendation leaves it to hubs how publishers tell them; they all take what PubSubHubbub 0.4,
 * section 7, has, some by the name `hub.topic`.
 */
export function webSubHub(url: string): Service {
  return {
    name: 'WebSub',
    url,
    form: (feed) => ({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }),
  };
}

/** An rssCloud server, by the address at which subscribers register; it hears of changes at `/ping` beside it. */
export function rssCloud(register: string): Service {
  return { name: 'rssCloud', url: new URL('/ping', register).href, form: (feed) => ({ url: feed }) };
}

/** Ten seconds for an answer, and three more tries, after 1, 4 and 16 seconds. */
export const usualPatience: Patience = { timeout: 10_000, pauses: [1000, 4000, 16_000] };

/**
 * Tells a service that a feed changed, again where it is busy or does not answer.
 *
 * @returns nothing where it was told; otherwise why not
 */
export async function notifyService(
  service: Service,
  feed: string,
  { timeout, pauses }: Patience,
): Promise<string | undefined> {
  const answer = await withRetries(() => askOnce(service, feed, timeout), pauses);
  return isRefusal(answer) ? answer.reason : undefined;
}

async function askOnce(service: Service, feed: string, timeout: number): Promise<Response | Refusal> {
  try {
    const response = await fetch(service.url, {
      method: 'POST',
      body: new URLSearchParams(service.form(feed)),
      signal: AbortSignal.timeout(timeout),
    });
    const said = (await response.text()).replace(/\s+/g, ' ').trim().slice(0, 200);
    return response.ok ? response : refusalOf(response, said);
  } catch (error) {
    return noAnswer(error, timeout);
  }
}
