import { createRequire } from 'node:module';
import type { Liquid, Template } from 'liquidjs';
import { groupOf } from '../../../articles/front-matter/groups.js';
import { lazyImport } from '../../../platform/lazy-import.js';
import { reasonOf } from '../../../platform/reason.js';
import { absentWord } from '../../../text/absent-word.js';
import { TooCostly } from '../../../text/budget.js';
import { replaceBetween } from '../../../text/replace-between.js';
import type { SyntaxContext } from '../tag.js';
import { registerFilters } from './filters.js';
import { scopeOf } from './scope.js';
import { SiteFiles } from './site-files.js';
import { registerCachedInclude, registerTags } from './tags.js';

const require = createRequire(import.meta.url);
const liquidjs = lazyImport<typeof import('liquidjs')>(() => require('liquidjs'));

/** What one body may take: characters of templates, milliseconds, and entries of what it makes. */
const limits = { parseLimit: 5_000_000, renderLimit: 5000, memoryLimit: 50_000_000 };

/** The engines of sites, and the body that each renders at present. */
const engines = new WeakMap<object, Engine>();

/**
 * Replaces the tags and the values of Liquid as Jekyll and Eleventy do: with the data, the settings and the includes of
 * the site, and nothing else of the disk. No tag runs code.
 *
 * @returns the text; tags and values that are not known are in the context, and what is inside of them stays
 * @throws TooCostly
 */
export function replaceLiquid(text: string, context: SyntaxContext): string {
  if (!/\{[{%]/.test(text)) return text;
  const { site } = context;
  const engine = engines.get(site) ?? new Engine(context);
  engines.set(site, engine);
  return engine.replace(text, context);
}

class Engine {
  private readonly liquid: Liquid;
  private readonly files: SiteFiles;
  private context: SyntaxContext;

  constructor(context: SyntaxContext) {
    this.context = context;
    const current = () => this.context;
    // Tags of an include are known when it is parsed, whichever body asked for it.
    this.files = new SiteFiles(context.site, current, (text) => registerTags(this.liquid, current, text));
    const { Liquid } = liquidjs();
    this.liquid = new Liquid({
      ...limits,
      fs: this.files,
      root: ['/'],
      relativeReference: false,
      jekyllInclude: true,
      jekyllWhere: true,
      dynamicPartials: false,
      ownPropertyOnly: true,
      timezoneOffset: context.site.timezone,
    });
    registerFilters(this.liquid, current);
    registerCachedInclude(this.liquid);
  }

  replace(text: string, context: SyntaxContext): string {
    this.context = context;
    registerTags(this.liquid, () => this.context, text);
    const scope = scopeOf(context, this.files);
    try {
      const parsed = this.parse(plainRaw(text));
      if (!context.site.isComplete) this.reportUnknown(parsed.templates, scope);
      const rendered = String(this.liquid.renderSync(parsed.templates, scope));
      return parsed.mark
        ? rendered.replaceAll(`${parsed.mark}o`, '{{').replaceAll(`${parsed.mark}t`, '{%')
        : rendered;
    } catch (error) {
      const reason = reasonOf(error);
      if (/limit exceeded/i.test(reason)) throw new TooCostly('its templates take too long');
      return withoutTags(text, context, reason);
    }
  }

  /**
   * Parses a text. What looks like a tag and is none, such as one that is never closed, is text: a word stands for its
   * beginning.
   */
  private parse(text: string): { templates: Template[]; mark?: string } {
    const mark = absentWord(text);
    let rest = text;
    for (let tries = 0; ; tries += 1) {
      try {
        const templates = this.liquid.parse(rest);
        return tries === 0 ? { templates } : { templates, mark };
      } catch (error) {
        const at = placeOf(error, rest);
        if (at === undefined || tries >= mostTries) throw error;
        const isOutput = rest.startsWith('{{', at);
        const [written = ''] = rest.slice(at, at + 20).split('\n');
        this.context.unknown.set(written, written);
        rest = rest.slice(0, at) + mark + (isOutput ? 'o' : 't') + rest.slice(at + 2);
      }
    }
  }

  /** Values that are not known: of a site whose data is not all here, they may have been anything. */
  private reportUnknown(templates: Template[], scope: object): void {
    for (const path of this.liquid.globalFullVariablesSync(templates)) {
      const value = path.split('.').reduce<unknown>((group, name) => ownValue(group, name), scope);
      if (value === undefined) this.context.unknown.set(path, path);
    }
  }
}

function ownValue(group: unknown, name: string): unknown {
  return typeof group === 'object' && group !== null && Object.hasOwn(group, name)
    ? Reflect.get(group, name)
    : undefined;
}

/** How many tags of a text may make no sense. */
const mostTries = 20;

/** Where a tag begins that cannot be parsed. */
function placeOf(error: unknown, text: string): number | undefined {
  const token: unknown = error instanceof Error ? Reflect.get(error, 'token') : undefined;
  const { begin, input } = groupOf(token);
  if (typeof begin !== 'number' || input !== text) return undefined;
  const at = Math.max(text.lastIndexOf('{{', begin), text.lastIndexOf('{%', begin));
  return at === -1 ? undefined : at;
}

/** The engine does not know ends of `raw` with a hyphen; white space around what is shown as it is may stay. */
function plainRaw(text: string): string {
  return text.replace(/\{%-?\s*(raw|endraw)\s*-?%\}/g, '{% $1 %}');
}

/** The text without its tags, where they make no sense together. */
function withoutTags(text: string, { unknown }: SyntaxContext, reason: string): string {
  const [first] = /\{[{%][^{}%\n]{0,80}/.exec(text) ?? [];
  const [message = 'a template'] = reason.split('\n');
  const [what = ''] = message.split(/, (?:file|line):/);
  unknown.set(what, first ?? '');
  const nothing = () => '';
  return replaceBetween(replaceBetween(text, '{%', '%}', nothing), '{{', '}}', nothing);
}
