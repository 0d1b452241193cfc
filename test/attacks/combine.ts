import { randomFrom } from '../support/random.js';
import { type Attack, attacks, attempt, requireUnharmed } from './attack.js';

/**
 * Makes attacks together, some at random at a time, each in a folder of its own.
 *
 * @param rounds how many times
 * @returns what went wrong, with the names of the attacks
 */
export async function combineAttacks(rounds: number, seed = 1): Promise<string[]> {
  const random = randomFrom(seed);
  const all = attacks().filter(({ refused, stops }) => refused === undefined && stops === undefined);
  const failures: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const chosen = Array.from({ length: 2 + Math.floor(random() * 8) }, () => {
      const attack = all[Math.floor(random() * all.length)];
      if (!attack) throw new Error('There are no attacks.');
      return attack;
    });
    try {
      requireUnharmed(await attempt(together(chosen)));
    } catch (error) {
      failures.push(`${chosen.map(({ name }) => name).join(' + ')}: ${error}`);
    }
  }
  return failures;
}

/** Articles of each attack in a folder of their own; what lies at the top of the site is that of the last one. */
function together(chosen: readonly Attack[]): Omit<Attack, 'name' | 'told'> {
  const moved = (index: number) => (path: string) => path.replace(/^articles\//, `articles/part-${index}/`);
  const deeper = (target: string) => target.replace(/^\.\.\/\.\.\//, '../../../');
  const entries = <T>(
    of: (attack: Attack) => Readonly<Record<string, T>>,
    value: (each: T) => T = (each) => each,
  ) =>
    Object.fromEntries(
      chosen.flatMap((attack, index) =>
        Object.entries(of(attack)).map(([path, each]) => [moved(index)(path), value(each)] as const),
      ),
    );
  return {
    files: entries(({ files }) => files),
    links: entries(({ links }) => links, deeper),
    settings: Object.assign({}, ...chosen.map(({ settings }) => settings)),
  };
}
