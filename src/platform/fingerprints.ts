import { type Stats, statSync } from 'node:fs';

/** What a file looked like: enough to see later whether it is still the same. */
export type Fingerprint = string;

/** A file that is not there has a fingerprint, too: it may come. */
const absent: Fingerprint = 'absent';
/** No file ever looks so again. */
const unknowable: Fingerprint = 'unknowable';

/** Everything that is being noted at the moment: what a body looks at is also what its build looks at. */
const notes: Map<string, Fingerprint>[] = [];

/**
 * Does something and notes which files it looked at, through {@link statFile}, and what they were like.
 *
 * @returns what it gave, and the signatures by the absolute paths of the files
 */
export function trackFiles<T>(act: () => T): { result: T; tracked: ReadonlyMap<string, Fingerprint> } {
  const tracked = new Map<string, Fingerprint>();
  notes.push(tracked);
  try {
    return { result: act(), tracked };
  } finally {
    notes.pop();
  }
}

/** Looks at a file that a result depends on, beside the articles themselves; nothing where there is none. */
export function statFile(file: string): Stats | undefined {
  const stats = statOrNothing(file);
  for (const tracked of notes) tracked.set(file, fingerprintOf(stats));
  return stats;
}

/** Notes what was looked at elsewhere, when a result came about that is used here. */
export function addTracked(tracked: Iterable<readonly [file: string, fingerprint: Fingerprint]>): void {
  for (const [file, fingerprint] of tracked) for (const noted of notes) noted.set(file, fingerprint);
}

/** Notes that a result depends on something that no file tells, such as a history. */
export function trackHistory(what: string): void {
  for (const tracked of notes) tracked.set(what, unknowable);
}

/** Whether every file is what it was. */
export function areUnchanged(tracked: Iterable<readonly [file: string, fingerprint: Fingerprint]>): boolean {
  for (const [file, fingerprint] of tracked) {
    if (fingerprint === unknowable || fingerprintOf(statFile(file)) !== fingerprint) return false;
  }
  return true;
}

/**
 * Size and moments of a file. The moment of the last change of status cannot be set back by any program. Moments are
 * counted in parts of a millisecond, since whole numbers are written much faster.
 */
export function fingerprintOf(stats: Stats | undefined): Fingerprint {
  return stats
    ? `${stats.size} ${Math.round(stats.mtimeMs * 4096)} ${Math.round(stats.ctimeMs * 4096)}`
    : absent;
}

/**
 * Whether a file changed so shortly before a moment that a change right after it could leave the same fingerprint.
 * Disks count in steps: of milliseconds, or of whole seconds, two at most.
 */
export function isFresh({ mtimeMs, ctimeMs }: Stats, moment: number): boolean {
  const step = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0 ? 2000 : 20;
  return Math.max(mtimeMs, ctimeMs) > moment - step;
}

function statOrNothing(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
