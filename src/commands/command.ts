import type { Options } from 'yargs';

/** Everything that a command may touch outside of the library. */
export interface Terminal {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Prints what was asked for. */
  out(text: string): void;
  /** Prints what went wrong, and notes beside the result. */
  err(text: string): void;
  /** Shows a line that the next one takes the place of, where a person looks; an empty one takes it away. */
  status?(line: string): void;
  /** Asks a question, where there is somebody to answer it. */
  ask?(question: string): Promise<string>;
  /** Ends when the user wants the program to end. */
  untilInterrupted(): Promise<void>;
  colors: { out: boolean; err: boolean };
}

/** 0 done, 1 problems in the articles or the output folder, 2 wrong usage or settings. */
export type ExitCode = 0 | 1 | 2;

/** Flags as yargs gives them, before they are checked. */
export type RawFlags = Readonly<Record<string, unknown>>;

/** One command of the program; a new one is a new file and a line in the table. */
export interface Command {
  name: string;
  /** Runs when no command is named. */
  isDefault?: boolean;
  description: string;
  /** The one argument that it takes. */
  argument?: { name: string; describe: string; isRequired?: true };
  flags: Readonly<Record<string, Options>>;
  /** Command lines without the name of the program, each with what it does. */
  examples: readonly (readonly [line: string, does: string])[];
  run(flags: RawFlags, terminal: Terminal): Promise<ExitCode>;
}

/** An argument as usage has it: in square brackets where it can be left out (docopt, POSIX 12.1). */
export function argumentUsage({ name, isRequired }: NonNullable<Command['argument']>): string {
  return isRequired ? `<${name}>` : `[${name}]`;
}
