import { setTimeout as wait } from 'node:timers/promises';

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

/** How patient one is with a service. */
export interface Patience {
  /** Milliseconds until an answer must be there. */
  timeout: number;
  /** Milliseconds before each further try. */
  pauses: readonly number[];
}

/** Ten seconds for an answer, and three more tries, after 1, 4 and 16 seconds. */
export const usualPatience: Patience = { timeout: 10_000, pauses: [1000, 4000, 16_000] };

/** The longest that a service may ask to be left alone, in milliseconds. */
const longestPause = 60_000;

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
  for (let attempt = 0; ; attempt += 1) {
    const answer = await reportOnce(service, feed, timeout);
    if (answer === undefined) return undefined;
    const pause = pauses[attempt];
    if (answer.isFinal || pause === undefined) return answer.reason;
    await wait(Math.min(longestPause, Math.max(pause, answer.after ?? 0)));
  }
}

/** Why a service was not told, and whether another try could help. */
interface Refusal {
  reason: string;
  isFinal: boolean;
  /** Milliseconds that it wants to be left alone (RFC 9110, 10.2.3). */
  after?: number;
}

async function reportOnce(service: Service, feed: string, timeout: number): Promise<Refusal | undefined> {
  try {
    const response = await fetch(service.url, {
      method: 'POST',
      body: new URLSearchParams(service.form(feed)),
      signal: AbortSignal.timeout(timeout),
    });
    const said = (await response.text()).replace(/\s+/g, ' ').trim().slice(0, 200);
    if (response.ok) return undefined;
    const { status } = response;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      reason: `it answered ${status}${said ? `: ${said}` : ''}`,
      isFinal: status < 500 && status !== 408 && status !== 429,
      ...(Number.isFinite(seconds) ? { after: seconds * 1000 } : {}),
    };
  } catch (error) {
    return { reason: reasonOf(error, timeout), isFinal: false };
  }
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it did not answer within ${timeout / 1000} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
