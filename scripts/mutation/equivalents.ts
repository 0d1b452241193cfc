/** A change that alters nothing which anybody could notice, and why. */
export interface Equivalent {
  /** Below `src`. */
  file: string;
  original: string;
  replacement: string;
  why: string;
}

export const equivalents: readonly Equivalent[] = [];
