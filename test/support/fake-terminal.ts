import type { Terminal } from '../../src/commands/command.js';

/** A terminal whose user looks on: what was printed, and the line that was shown last. */
export interface FakeTerminal extends Terminal {
  printed: { out: string[]; err: string[]; status: string[] };
}

/** A terminal without colours in a folder that need not be there. */
export function fakeTerminal(more: Partial<Terminal> = {}): FakeTerminal {
  const printed: FakeTerminal['printed'] = { out: [], err: [], status: [] };
  return {
    cwd: '/project',
    env: {},
    out: (text) => printed.out.push(...text.split('\n')),
    err: (text) => printed.err.push(...text.split('\n')),
    status: (line) => printed.status.push(line),
    untilInterrupted: () => Promise.resolve(),
    colors: { out: false, err: false },
    ...more,
    printed,
  };
}
