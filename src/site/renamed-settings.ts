import { groupOf } from '../articles/front-matter/groups.js';

/** Settings by the names that they had before, which stay understood. */
export const formerNames: ReadonlyMap<string, string> = new Map([['host', 'hosting']]);

/** Settings under the names that they have now; one that is there under both names is left for the check to tell. */
export function renamed(settings: unknown): unknown {
  const group = groupOf(settings);
  const isFormer = (name: string) => {
    const now = formerNames.get(name);
    return now !== undefined && !Object.hasOwn(group, now);
  };
  if (!Object.keys(group).some(isFormer)) return settings;
  const entries = Object.entries(group);
  return Object.fromEntries(
    entries.map(([name, value]) => [isFormer(name) ? (formerNames.get(name) ?? name) : name, value]),
  );
}
