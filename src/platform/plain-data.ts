/** How deep lists and groups may stand in each other: no setting or field of any tool comes near it. */
const deepest = 64;

/** A value is not the kind of data that programs can walk through and write down. */
export class NotPlainData extends Error {
  override readonly name = 'NotPlainData';
}

/**
 * A value that a parser gave, if it is a tree of no great depth. YAML can refer to what it is in, and every format can be
 * nested so deeply that whoever walks through it runs out of stack.
 *
 * @throws NotPlainData
 */
export function plainData<Value>(value: Value): Value {
  const waiting: [value: unknown, depth: number][] = [[value, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [inner, depth] = next;
    if (typeof inner !== 'object' || inner === null) continue;
    if (depth >= deepest) {
      throw new NotPlainData(
        `lists or groups stand in each other more than ${deepest} deep, or in themselves`,
      );
    }
    for (const part of Object.values(inner)) waiting.push([part, depth + 1]);
  }
  return value;
}
