import type { Options } from 'yargs';
import * as z from 'zod';
import { formerNames } from '../site/renamed-settings.js';
import { flagSettings } from '../site/setting-types.js';
import { settingsSchema } from '../site/settings.js';

/** A setting that is a flag, too. */
interface SettingFlag {
  setting: string;
  option: Options;
  isNumber: boolean;
}

/** The flags of settings by their names, such as `skip-invalid` for `skipInvalid`; former names are hidden. */
const flags = new Map<string, SettingFlag>();
for (const [setting, schema] of Object.entries(settingsSchema.shape)) {
  const flag = flagSettings.get(schema);
  if (!flag) continue;
  const value = innermost(schema);
  // Numbers are taken as text, so that `abc` is told and not lost.
  const type = value instanceof z.ZodBoolean ? 'boolean' : 'string';
  const option = { ...flag, type, describe: describeFlag(schema, value) } as const;
  flags.set(kebab(setting), { setting, option, isNumber: value instanceof z.ZodNumber });
}
for (const [former, now] of formerNames) {
  const flag = flags.get(kebab(now));
  if (flag) flags.set(kebab(former), { ...flag, setting: former, option: { type: 'string', hidden: true } });
}

const groups = ['Site:', 'Feeds:', 'Output:'];
const groupOf = ({ option }: SettingFlag) => groups.indexOf(option.group ?? '');

/** The flags of all settings that have one, as yargs takes them, in the order of the help. */
export const settingFlags: Readonly<Record<string, Options>> = Object.fromEntries(
  [...flags].sort(([, a], [, b]) => groupOf(a) - groupOf(b)).map(([name, { option }]) => [name, option]),
);

/**
 * The flag of one setting.
 *
 * @param describe what it is to a command, where that is something else than to a build
 */
export function settingFlag(name: string, describe?: string): Options {
  const flag = flags.get(name);
  if (!flag) throw new Error(`The setting ${name} is no flag.`);
  return { ...flag.option, ...(describe === undefined ? {} : { describe }) };
}

/** The settings among flags, under the names that settings have. The schema checks them, wherever they come from. */
export function settingsFrom(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, { setting, isNumber }] of flags) {
    const value = given[name];
    if (value === undefined) continue;
    const isWritten = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
    settings[setting] = isNumber && isWritten ? Number(value) : value;
  }
  return settings;
}

/** The schema below a default and the like. */
function innermost(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? innermost(schema.def.innerType) : schema;
}

/** The first sentence of what a setting is, what it can be, and its default. */
function describeFlag(schema: z.ZodType, value: z.core.$ZodType): string {
  const [sentence = ''] = (schema.description ?? '').replaceAll('`', '').split(/\.(?: |$)/);
  const choices = value instanceof z.ZodEnum ? `: ${value.options.join(', ')}` : '';
  const usual: unknown = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  return (
    sentence +
    choices +
    (usual === undefined || typeof usual === 'boolean' ? '' : ` (default: ${String(usual)})`)
  );
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
