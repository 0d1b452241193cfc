import type { UsageProblem } from '../diagnostics/usage-error.js';

/** The output folder can't be published into; nothing in it was changed. It carries every problem found. */
export class PublishError extends Error {
  override readonly name = 'PublishError';

  constructor(readonly problems: readonly UsageProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}
