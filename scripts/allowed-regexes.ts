/** Expressions that are suspected of taking more than linear time, and why they may stay. */
export const allowed: ReadonlyMap<string, string> = new Map([]);
