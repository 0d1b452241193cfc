import * as z from 'zod';
import { nearest } from '../diagnostics/nearest.js';
import type { UsageProblem } from '../diagnostics/usage-error.js';

type Issue = z.core.$ZodIssue;

/** The origin of settings that are flags. */
export const commandLine = 'the command line';

/**
 * Says in words what is wrong with settings: the path of the key, the value seen, what is allowed, and for an
 * unknown key the nearest known one.
 *
 * @param error what the schema found
 * @param input the settings that were checked
 * @param origin where they come from: the name of a file, `package.json` or `the command line`
 * @param schema the schema itself, for the names of known keys
 */
export function explainSettings(
  error: z.ZodError,
  input: unknown,
  origin: string,
  schema: z.ZodType,
): UsageProblem[] {
  // What is of the wrong kind may have the wrong length, too, which says nothing more.
  const first = error.issues.filter(
    ({ path }, index) => error.issues.findIndex((other) => pathText(other.path) === pathText(path)) === index,
  );
  return first.flatMap((issue) => explainIssue(issue, input, origin, schema));
}

function explainIssue(issue: Issue, input: unknown, origin: string, schema: z.ZodType): UsageProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => unknownKey([...issue.path, key], known, origin));
  }
  const branch = issue.code === 'invalid_union' ? branchOf(issue.errors) : undefined;
  if (branch) {
    const inner = branch.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
    return inner.flatMap((each) => explainIssue(each, input, origin, schema));
  }
  const seen = show(valueAt(input, issue.path));
  const wanted = allowed(issue, input);
  // Flags are no lists: what is inside of a setting came from a program.
  if (origin === commandLine && issue.path.length === 1) return [onCommandLine(issue.path, seen, wanted)];
  const path = pathText(issue.path) || 'the settings';
  return [{ message: `${origin}: ${path} is ${seen}, but must be ${wanted}.` }];
}

/** Of several kinds of value that are allowed, the one that was meant: what is wrong is inside of it. */
function branchOf(branches: readonly Issue[][]): readonly Issue[] | undefined {
  const isInside = ({ path, code }: Issue) => path.length > 0 || code === 'unrecognized_keys';
  const meant = branches.filter((issues) => issues.length > 0 && issues.every(isInside));
  return meant.length === 1 ? meant[0] : undefined;
}

/** A flag is named as it is written. */
function onCommandLine(path: readonly PropertyKey[], seen: string, wanted: string): UsageProblem {
  const flag = pathText(path).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (seen === '""') return { message: `--${flag} has no value.`, hint: `It must be ${wanted}.` };
  return { message: `--${flag} is ${seen}, but must be ${wanted}.` };
}

function unknownKey(path: PropertyKey[], known: readonly string[], origin: string): UsageProblem {
  const key = String(path.at(-1));
  const guess = nearest(key, known);
  const message = `${origin}: ${pathText(path)} is not a setting.`;
  if (guess) return { message, hint: `Did you mean "${guess}"?` };
  return known.length > 0 ? { message, hint: `Valid settings: ${known.join(', ')}.` } : { message };
}

function allowed(issue: Issue, input: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected === 'int' ? 'whole number' : issue.expected);
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'non-empty text' : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'starts_with' ? 'text that begins with "/"' : issue.message;
    case 'invalid_union': {
      const inner = issue.errors.map((issues) => issues[0]).filter((first) => first !== undefined);
      return inner.map((first) => within(first, input)).join(', or ') || issue.message;
    }
    default:
      return issue.message;
  }
}

function within(issue: Issue, input: unknown): string {
  const said = allowed(issue, input);
  return issue.path.length > 0 ? `a group whose ${pathText(issue.path)} is ${said}` : said;
}

function article(noun: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of settings',
    record: 'a group of settings',
    number: 'a number',
  };
  return names[noun] ?? `a ${noun}`;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<PropertyKey, unknown>(Object.entries(value)).get(String(key));
  }
  return value;
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Names of the keys that the schema knows at a path. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of path) {
    current = asObject(current)?.shape[String(key)] ?? valuesOf(current);
  }
  const object = asObject(current);
  return object ? Object.keys(object.shape).filter((key) => key !== '$schema') : [];
}

/** The schema inside of defaults, optionals and the like. */
function inside(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return inside(schema.unwrap());
  return schema instanceof z.ZodPipe ? inside(schema.def.in) : schema;
}

/** The schema of what a list or a group of any names holds. */
function valuesOf(schema: unknown): unknown {
  const current = inside(schema);
  if (current instanceof z.ZodArray) return current.element;
  if (current instanceof z.ZodRecord) return current.valueType;
  if (current instanceof z.ZodUnion) return current.options.map(valuesOf).find((each) => each !== undefined);
  return undefined;
}

/** The object schema that a schema is or allows, where there is one. */
function asObject(schema: unknown): z.ZodObject | undefined {
  const current = inside(schema);
  if (current instanceof z.ZodUnion)
    return current.options.map(asObject).find((option) => option !== undefined);
  return current instanceof z.ZodObject ? current : undefined;
}
