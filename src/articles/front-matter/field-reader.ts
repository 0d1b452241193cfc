import { codes, type DiagnosticCode } from '../../diagnostics/codes.js';
import { type Diagnostic, diagnose, type MarkedPlace, markPlace } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../diagnostics/lines.js';
import { linesOf } from '../../diagnostics/lines.js';
import { asUri } from '../../platform/iri.js';
import { escapePattern } from '../../text/escape-pattern.js';
import { oneLine } from '../../text/plain-text.js';
import { withoutIllegalCharacters } from '../../text/xml-characters.js';
import { type FieldName, meantBy, type Naming, usualNaming } from './field-names.js';
import { valueAt } from './groups.js';

/** A field as it was found: under which name, and its value. */
export interface Found {
  name: string;
  value: unknown;
}

/**
 * Reads fields of one article's front matter and tells what is wrong with them. Every text it gives out is free
 * of the characters that no feed can hold.
 */
export class FieldReader {
  readonly diagnostics: Diagnostic[] = [];
  /** The fields that the front matter can have: most are in few articles. */
  private readonly possible = new Set<FieldName>();

  /**
   * @param fields the front matter
   * @param text the article's file, to find the line of a field in
   * @param file its path, for the diagnostics
   * @param naming what the fields are called
   */
  constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    private readonly text: string,
    private readonly file: string,
    private readonly naming: Naming = usualNaming,
  ) {
    for (const name of Object.keys(fields)) {
      for (const field of naming.fieldsOf.get(name) ?? []) this.possible.add(field);
    }
  }

  /** The first of a field's names that has a value. */
  find(field: FieldName): Found | undefined {
    if (!this.possible.has(field)) return undefined;
    for (const name of this.naming.names[field]) {
      const value = valueAt(this.fields, name);
      if (!isEmpty(value)) return { name, value };
    }
    return undefined;
  }

  /** Every name of a field that has a value, in the order of the table. */
  findAll(field: FieldName): Found[] {
    if (!this.possible.has(field)) return [];
    return this.naming.names[field]
      .map((name) => ({ name, value: valueAt(this.fields, name) }))
      .filter(({ value }) => !isEmpty(value));
  }

  /** A field that is one line of text; numbers count as text. */
  line(field: FieldName): string | undefined {
    const found = this.find(field);
    return found && this.asLine(found);
  }

  /** A value as one line of text, or FW010. */
  asLine(found: Found): string | undefined {
    if (isScalar(found.value)) return oneLine(this.legal(String(found.value), found.name)) || undefined;
    this.wrongType(found, 'a line of text');
    return undefined;
  }

  /** Lists and comma-separated texts of every name of a field, one after another, each entry once. */
  list(field: FieldName): string[] {
    const found = this.findAll(field);
    const names = [...new Set(found.flatMap((each) => this.asList(each)))];
    this.requireFew(field, names.length);
    return names;
  }

  /** FW044 for more names in a field than anybody needs: each may have a feed. */
  requireFew(field: FieldName, count: number): void {
    if (count <= mostNames) return;
    this.tell('FW044', this.find(field)?.name ?? field, `The article has ${count} names in one field.`);
  }

  private asList(found: Found): string[] {
    const { name, value } = found;
    // A single "category" is one name, with its commas; the names in the plural hold several.
    const separator = this.naming.spaced.has(name) && !String(value).includes(',') ? /\s+/ : ',';
    const parts = typeof value === 'string' && name.endsWith('s') ? value.split(separator) : [value].flat();
    return parts
      .filter((part) => !isEmpty(part))
      .map((part) => this.asLine({ name, value: part }))
      .filter((part) => part !== undefined);
  }

  /** A field that is true or false, also as yes and no, on and off, 1 and 0. */
  flag(field: FieldName): boolean | undefined {
    const found = this.find(field);
    if (!found) return undefined;
    const word = String(found.value).trim().toLowerCase();
    if (/^(true|yes|on|1)$/.test(word)) return true;
    if (/^(false|no|off|0)$/.test(word)) return false;
    this.wrongType(found, 'true or false');
    return undefined;
  }

  /** Where fields stand, as far as they are there. */
  places<K extends FieldName>(...names: K[]): Partial<Record<K, MarkedPlace>> {
    const places: Partial<Record<K, MarkedPlace>> = {};
    for (const field of names) {
      const found = this.find(field);
      if (found) places[field] = markPlace(this.text, placeOfField(this.text, found.name));
    }
    return places;
  }

  /** Tells that a value is not what its field holds. */
  wrongType(found: Found, wanted: string): void {
    const seen = describe(found.value);
    this.tell('FW010', found.name, `"${found.name}" must be ${wanted}, but is ${seen}.`);
  }

  /**
   * FW060 for a name that looks like a slip of another. Themes of other tools have any names: there it counts for what every
   * article needs, where that is missing.
   */
  reportSlips(): void {
    for (const name of Object.keys(this.fields)) {
      const meant = meantBy(this.naming, name);
      const fields = this.naming.fieldsOf.get(meant) ?? [];
      const isMissed = fields.some((field) => (field === 'title' || field === 'date') && !this.find(field));
      if (meant && (isMissed || !this.naming.isForeign))
        this.tell('FW060', name, `"${name}" is not a known field. Did you mean "${meant}"?`);
    }
  }

  /** Adds a diagnostic at the line of a field. */
  tell(code: DiagnosticCode, name: string, message: string, hint: string = codes[code].advice): void {
    const place = placeOfField(this.text, name);
    const diagnostic = diagnose(code, { file: this.file, message, hint, place, text: this.text });
    const isOdd = this.naming.isForeign && oddInOtherTools.has(code);
    this.diagnostics.push(isOdd ? { ...diagnostic, level: 'warning' } : diagnostic);
  }

  /** An address on the web, or one that is relative; FW041 for any other, such as a program. */
  address(text: string, name: string, schemes = /^https?$/i): string | undefined {
    // What has a scheme is read as a browser does: without white space and controls (WHATWG URL, 4.4).
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text.replace(/[\p{Cc}\s]/gu, ''))?.[1];
    if (scheme === undefined || schemes.test(scheme)) return asUri(text);
    this.tell('FW041', name, `"${text.slice(0, 100)}" is not an address on the web.`);
    return undefined;
  }

  /** A text without the characters that XML does not allow, which are told once for each field: FW030. */
  legal(text: string, name: string): string {
    const cleaned = withoutIllegalCharacters(text);
    if (cleaned !== text)
      this.tell('FW030', name, `"${name}" contained control characters, which were removed.`);
    return cleaned;
  }
}

/** What another tool, or a theme of it, may mean in a way of its own: there it is no error. */
const oddInOtherTools: ReadonlySet<DiagnosticCode> = new Set(['FW010', 'FW040', 'FW050']);

/** The most tags, sections or authors of an article. */
const mostNames = 200;

function isScalar(value: unknown): value is string | number | bigint | boolean {
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'bigint';
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return `"${String(value).slice(0, 60)}"`;
}

/** Line and column of a field's value in YAML, TOML or JSON; the top of the file where it can't be found. */
export function placeOfField(text: string, path: string): Place {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const escaped = escapePattern(name);
  const match = new RegExp(`^([ \\t{,]*["']?${escaped}["']?[ \\t]*[:=][ \\t]*)`, 'm').exec(text);
  if (!match) return { line: 1, column: 1 };
  const { line } = linesOf(text).placeAt(match.index);
  return { line, column: (match[1] ?? '').length + 1 };
}
