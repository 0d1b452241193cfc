import { hash } from 'node:crypto';

/**
 * A word that a text does not hold, to stand for something in it for a while: lower case letters and digits made from the
 * text itself, so that no author can write it and the same text has the same one.
 */
export function absentWord(text: string): string {
  return `fw${hash('sha256', text, 'hex').slice(0, 32)}`;
}
