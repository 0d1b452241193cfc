import { hash } from 'node:crypto';

/** A hash by which contents are told apart; not against somebody who means to deceive. */
export function digestOf(content: string | Buffer): string {
  return hash('sha1', content, 'hex');
}
