/**
 * Checks how the files of src/ import each other, types included: `npm run lint`. Rooms import only rooms that stand below
 * them, the cache and the workers are imported by build/ alone, and no files import each other in a circle.
 */
import { rooms } from './rooms.js';
import { roomOf, sourceImports } from './source-imports.js';

const imports = sourceImports();
const problems = [...imports].flatMap(([file, targets]) =>
  targets.flatMap((target) => wrongWay(file, target)),
);
problems.push(...circles());

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${imports.size} files import each other one way.`);

function wrongWay(file: string, target: string): string[] {
  const [from, to] = [roomOf(file), roomOf(target)];
  const names = rooms.map(({ name }) => name);
  if (from === to) return [];
  if (!names.includes(from)) return [`src/${file} is in no room of scripts/rooms.ts.`];
  if (names.indexOf(to) < names.indexOf(from))
    return [`src/${file} imports src/${target}, which stands above it (scripts/rooms.ts).`];
  const only = rooms.find(({ name }) => name === to)?.onlyFor;
  return only && !only.includes(from)
    ? [`src/${file} imports src/${target}: only ${only.join(' and ')} may.`]
    : [];
}

/** One line for each circle: files from which every one of them can be reached (Tarjan). */
function circles(): string[] {
  const [order, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const [open, found]: [string[], string[]] = [[], []];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    lowest.set(file, number);
    open.push(file);
    for (const target of imports.get(file) ?? []) {
      const reached = order.has(target)
        ? open.includes(target)
          ? (order.get(target) ?? number)
          : number
        : visit(target);
      lowest.set(file, Math.min(lowest.get(file) ?? number, reached));
    }
    if (lowest.get(file) === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) found.push(`These files import each other in a circle: ${circle.join(', ')}`);
    }
    return lowest.get(file) ?? number;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}
