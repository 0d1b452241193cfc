import { type Stats, statSync } from 'node:fs';

/** What a file looked like: enough to see later whether it is still the same. */
export type Fingerprint = string;

/** A file that is not there has a fingerprint, too: it may come. */
const absent: Fingerprint = 'absent';
/** No file ever looks so again. */
const unknowable: Fingerprint = 'unknowable';

/** Files that a result was made of, and what they looked like. */
export type TrackedFiles = Iterable<readonly [file: string, fingerprint: Fingerprint]>;

/**
 * Looks at files for whoever makes something of them, and notes which: so it can be told later whether the result still
 * holds. What a body looks at is also what its build looks at.
 */
export class FileTracker {
  readonly tracked = new Map<string, Fingerprint>();

  /** @param above notes everything, too */
  constructor(private readonly above?: FileTracker) {}

  /** Looks at a file that a result depends on, beside the articles themselves; nothing where there is none. */
  stat(file: string): Stats | undefined {
    const stats = statOrNothing(file);
    this.note(file, fingerprintOf(stats));
    return stats;
  }

  /** Notes what was looked at elsewhere, for a result that is used here. */
  add(tracked: TrackedFiles): void {
    for (const [file, fingerprint] of tracked) this.note(file, fingerprint);
  }

  /** Notes that a result depends on something that no file tells, such as a history. */
  addHistory(what: string): void {
    this.note(what, unknowable);
  }

  /** Whether every file is what it was; looks at each of them. */
  areUnchanged(tracked: TrackedFiles): boolean {
    for (const [file, fingerprint] of tracked) {
      if (fingerprint === unknowable || fingerprintOf(this.stat(file)) !== fingerprint) return false;
    }
    return true;
  }

  private note(file: string, fingerprint: Fingerprint): void {
    this.tracked.set(file, fingerprint);
    this.above?.note(file, fingerprint);
  }
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
