/** Says which process is publishing into the folder. */
export const lockName = '.feedwright-busy';

/** Everything is written in here first; it is gone when a build ends, and what a killed one left is cleared away. */
export const stagingName = '.feedwright-new';

/** What is in the output folder while a build is at work, or after it was killed. */
export const leftovers: readonly string[] = [lockName, stagingName];
