import { setTimeout as wait } from 'node:timers/promises';

/** How patient one is with a service on the network. */
export interface Patience {
  /** Milliseconds until an answer must be there. */
  timeout: number;
  /** Milliseconds before each further try; each is made up to a quarter longer or shorter. */
  pauses: readonly number[];
}

/** Why a service did not do what it was asked, and whether another try could help. */
export interface Refusal {
  reason: string;
  isFinal: boolean;
  /** Milliseconds that it wants to be left alone (RFC 9110, 10.2.3). */
  after?: number;
}

/** The longest that a service may ask to be left alone, in milliseconds. */
const longestPause = 60_000;

/**
 * Asks a service, again where it is busy or does not answer.
 *
 * @param ask gives a {@link Refusal} where the service did not do it
 * @param pauses milliseconds before each further try
 * @param onRetry hears why there will be another try
 * @param signal ends the waiting; its reason is thrown
 * @returns what it answered in the end
 */
export async function withRetries<T extends object>(
  ask: () => Promise<T | Refusal>,
  pauses: Patience['pauses'],
  {
    onRetry = () => {},
    signal,
  }: { onRetry?: ((refusal: Refusal) => void) | undefined; signal?: AbortSignal } = {},
): Promise<T | Refusal> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask();
    const pause = pauses[attempt];
    if (!isRefusal(answer) || answer.isFinal || pause === undefined) return answer;
    // Many that were refused together do not come back together.
    const spread = pause * (0.75 + Math.random() / 2);
    onRetry(answer);
    const milliseconds = Math.min(longestPause, Math.max(spread, answer.after ?? 0));
    await wait(milliseconds, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }
}

/** Whether a service refused what it was asked. */
export function isRefusal(answer: object): answer is Refusal {
  return 'isFinal' in answer;
}

/**
 * What an answer with a status of failure means.
 *
 * @param said what it says of the reason
 */
export function refusalOf({ status, headers }: Pick<Response, 'status' | 'headers'>, said: string): Refusal {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return {
    reason: `it answered ${status}${said ? `: ${said}` : ''}`,
    isFinal: status < 500 && status !== 408 && status !== 429,
    ...(Number.isFinite(seconds) ? { after: seconds * 1000 } : {}),
  };
}

/**
 * What it means that there was no answer.
 *
 * @param error what `fetch` threw
 * @param timeout milliseconds that were waited for an answer
 */
export function noAnswer(error: unknown, timeout: number): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { reason: whyNoAnswer(error, timeout), isFinal: hopeless.test(code) };
}

/** Names that nobody has, and what TLS (RFC 8446) says of certificates and of servers that do not speak it. */
const hopeless = /^(?:ENOTFOUND|EPROTO|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function whyNoAnswer(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it did not answer within ${timeout / 1000} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
