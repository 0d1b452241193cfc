/**
 * A function that makes the same of the same object and text each time, and so makes it once. What it made is forgotten
 * with the object.
 *
 * @param make may be given more than the object and the text, as long as the object decides what that is
 */
export function memoize<Key extends object, More extends unknown[], Made>(
  make: (key: Key, text: string, ...more: More) => Made,
): (key: Key, text: string, ...more: More) => Made {
  const made = new WeakMap<Key, Map<string, Made>>();
  return (key, text, ...more) => {
    const known = made.get(key) ?? new Map<string, Made>();
    made.set(key, known);
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = make(key, text, ...more);
    known.set(text, now);
    return now;
  };
}
