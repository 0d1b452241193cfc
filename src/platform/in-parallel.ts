/**
 * Does the same with many things, some at a time, until one fails.
 *
 * @param limit how many at a time
 * @throws what the first failure threw, once all that was begun has ended
 */
export async function inParallel<T>(
  things: Iterable<T>,
  limit: number,
  act: (thing: T) => Promise<void>,
): Promise<void> {
  const waiting = things[Symbol.iterator]();
  const failures: unknown[] = [];
  const work = async () => {
    for (let next = waiting.next(); !next.done && failures.length === 0; next = waiting.next()) {
      try {
        await act(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
  if (failures.length > 0) throw failures[0];
}
