/** One thing that is wrong with the settings or the command line. */
export interface UsageProblem {
  /** What is wrong, in one sentence. */
  message: string;
  /** What to do about it. */
  hint?: string;
}

/**
 * The settings or the command line can't be used: nothing was built and exit code 2 is due.
 * It carries every problem that was found, not only the first.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(readonly problems: readonly UsageProblem[]) {
    super(problems.map(({ message, hint }) => (hint ? `${message}\n  ${hint}` : message)).join('\n'));
  }
}
