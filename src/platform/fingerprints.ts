import { type Stats, statSync } from 'node:fs';

/** What a file looked like: enough to see later whether it is still the same. */
export type Signature = string;

/** A file that is not there has a signature, too: it may come. */
const absent: Signature = 'absent';
/** No file ever looks so again. */
const unknowable: Signature = 'unknowable';

/** Everything that is being noted at the moment: what a body looks at is also what its build looks at. */
const notes: Map<string, Signature>[] = [];

/**
 * Does something and notes which files it looked at, through {@link lookAt}, and what they were like.
 *
 * @returns what it gave, and the signatures by the absolute paths of the files
 */
export function noting<T>(act: () => T): { result: T; looks: ReadonlyMap<string, Signature> } {
  const looks = new Map<string, Signature>();
  notes.push(looks);
  try {
    return { result: act(), looks };
  } finally {
    notes.pop();
  }
}

/** Looks at a file that a result depends on, beside the articles themselves; nothing where there is none. */
export function lookAt(file: string): Stats | undefined {
  const stats = statOrNothing(file);
  for (const looks of notes) looks.set(file, signatureOf(stats));
  return stats;
}

/** Notes what was looked at elsewhere, when a result came about that is used here. */
export function lookedAt(looks: Iterable<readonly [file: string, signature: Signature]>): void {
  for (const [file, signature] of looks) for (const noted of notes) noted.set(file, signature);
}

/** Notes that a result depends on something that no file tells, such as a history. */
export function lookBeyondFiles(what: string): void {
  for (const looks of notes) looks.set(what, unknowable);
}

/** Whether every file is what it was. */
export function areSame(looks: Iterable<readonly [file: string, signature: Signature]>): boolean {
  for (const [file, signature] of looks) {
    if (signature === unknowable || signatureOf(lookAt(file)) !== signature) return false;
  }
  return true;
}

/**
 * Size and moments of a file. The moment of the last change of status cannot be set back by any program. Moments are
 * counted in parts of a millisecond, since whole numbers are written much faster.
 */
export function signatureOf(stats: Stats | undefined): Signature {
  return stats
    ? `${stats.size} ${Math.round(stats.mtimeMs * 4096)} ${Math.round(stats.ctimeMs * 4096)}`
    : absent;
}

/**
 * Whether a file changed so shortly before a moment that a change right after it could leave the same signature.
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
