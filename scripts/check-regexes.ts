/**
 * Looks for regular expressions of ours that can take more than linear time, by analysis and by attacks (recheck):
 * `npm run lint`. Everything below src/ is looked at.
 *
 * An expression that recheck wrongly suspects, or that only ever sees short texts, is named in `allowed` with the reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Node, Parser } from 'acorn';
import { transformSync } from 'esbuild';
import { check } from 'recheck';
import { allowed } from './allowed-regexes.js';

const top = fileURLToPath(new URL('../', import.meta.url));
const folders = ['src'];

interface Found {
  file: string;
  line: number;
  source: string;
  flags: string;
}

/** Every literal expression in a file, with its line in what TypeScript leaves of it. */
function regexesIn(file: string): Found[] {
  const text = readFileSync(join(top, file), 'utf8');
  const { code } = transformSync(text, { loader: 'ts', target: 'es2024' });
  const found: Found[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('regex' in value && isRegex(value.regex)) {
        const { pattern: source, flags } = value.regex;
        found.push({ file, line: lineOf(text, source), source, flags });
      }
      Object.values(value).forEach(visit);
    }
  };
  const program: Node = Parser.parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  visit(program);
  return found;
}

function isRegex(value: unknown): value is { pattern: string; flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

function lineOf(text: string, source: string): number {
  return text.slice(0, Math.max(0, text.indexOf(source))).split('\n').length;
}

const files = folders.flatMap((folder) =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const regexes = [
  ...new Map(files.flatMap(regexesIn).map((each) => [`${each.source}/${each.flags}`, each])).values(),
];
const sources = new Set(regexes.map(({ source }) => source));
const unused = [...allowed.keys()].filter((source) => !sources.has(source));
let bad = 0;
const queue = [...regexes];
async function work(): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { file, line, source, flags } = next;
    const result = await check(source, flags, { timeout: 20_000 });
    if (result.status === 'safe') continue;
    if (allowed.has(source)) continue;
    bad += 1;
    const attack =
      result.status === 'vulnerable'
        ? `${result.complexity.summary}: ${result.attack.pattern}`
        : result.error.kind;
    console.log(`${file}:${line} /${source}/${flags}\n  ${attack}`);
  }
}
await Promise.all([work(), work()]);
for (const source of unused) console.log(`allowed, but no longer there: /${source}/`);
console.log(`${regexes.length} expressions, ${bad} that may take more than linear time`);
process.exitCode = bad + unused.length > 0 ? 1 : 0;
