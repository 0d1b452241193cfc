/** A value that is a group, or an empty group. */
export function groupOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The value at a path of names with dots between them (`params.author`, `language.0`); a name with dots in it is found too. */
export function valueAt(group: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(group, path)) return group[path];
  const dot = path.indexOf('.');
  if (dot === -1) return undefined;
  const inner = group[path.slice(0, dot)];
  if (typeof inner !== 'object' || inner === null) return undefined;
  return valueAt(Object.fromEntries(Object.entries(inner)), path.slice(dot + 1));
}
