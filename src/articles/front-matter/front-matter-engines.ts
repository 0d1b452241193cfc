import {
  type Document,
  LineCounter,
  type ParseOptions,
  parseDocument,
  type SchemaOptions,
  type Tags,
  type YAMLParseError,
} from 'yaml';
import { plainData } from '../../platform/plain-data.js';
import { NotFields, TooManyAnchors } from './front-matter-problems.js';
import { indentContinuations } from './lenient-yaml.js';
import { readPlainYaml } from './plain-yaml.js';
import { toml } from './toml.js';

/** Languages that front matter is written in. */
export type FrontMatterLanguage = 'yaml' | 'toml' | 'json';

/** YAML 1.2, except that numbers stay text: `1.10` is a title, `012` a slug and `02.09.2021` a date. */
const withoutNumbers = (tags: Tags): Tags =>
  tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag));

/** How front matter is read as YAML: a merge key works, and a field that is there twice is no end of it. */
export const yamlOptions = { customTags: withoutNumbers, merge: true, logLevel: 'error' } as const;

/** Fields that were there twice in the YAML that was read last; their last values count. */
let duplicates: readonly YAMLParseError[] = [];

/** Reads each language, for gray-matter. */
export const engines: Readonly<Record<FrontMatterLanguage, (text: string) => object>> = {
  yaml(text) {
    duplicates = [];
    const plain = readPlainYaml(text);
    if (plain) return plain;
    if (anchorsIn(text) > mostAnchors) throw new TooManyAnchors();
    const document = parseLeniently(text);
    duplicates = document.errors;
    return objectFrom(document.toJS());
  },
  toml: (text) => objectFrom(datesAsText(toml().parse(text))),
  json: (text) => objectFrom(parseJson(text)),
};

/** The places of fields that were there twice, in the YAML that was read last. */
export function takeDuplicates(): readonly YAMLParseError[] {
  const taken = duplicates;
  duplicates = [];
  return taken;
}

/** Each of them is compared with all others. */
const mostAnchors = 1000;

function anchorsIn(yaml: string): number {
  return yaml.match(/(?:^|[\s[{,])&[^\s,]/g)?.length ?? 0;
}

/** YAML as it should be, else as libyaml takes it; @throws YAMLParseError for the text as it was written */
function parseLeniently(text: string): Document.Parsed {
  const strict = parsed(text);
  const [error] = errorsIn(strict);
  if (!error) return strict;
  const indented = indentContinuations(text);
  const lenient = indented === undefined || indented === text ? strict : parsed(indented);
  if (errorsIn(lenient).length > 0) throw error;
  return lenient;
}

/** A document whose errors know their lines. The parser would look for each of them from the top of the text. */
function parsed(text: string, more: ParseOptions & SchemaOptions = {}): Document.Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, ...more, prettyErrors: false, lineCounter });
  for (const error of document.errors) error.linePos = [lineCounter.linePos(error.pos[0])];
  return document;
}

function errorsIn({ errors }: Document.Parsed): YAMLParseError[] {
  return errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
}

/** JSON.parse does not say where it failed; read as YAML with JSON's rules, the same text fails with a place. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [place = error] = parsed(text, { schema: 'json', customTags: null }).errors;
    throw place;
  }
}

function objectFrom(value: unknown): object {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new NotFields(value);
  return plainData(value);
}

/** TOML's own dates as they were written, so that one place decides what a date without zone means. */
function datesAsText(value: unknown): unknown {
  if (value instanceof toml().TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(datesAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, datesAsText(inner)]));
}
