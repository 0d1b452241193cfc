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
  let hasFailed = false;
  const work = async () => {
    for (let next = waiting.next(); !next.done && !hasFailed; next = waiting.next()) {
      try {
        await act(next.value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: limit }, work));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}
