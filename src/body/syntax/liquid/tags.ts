import type { Context, Liquid, TagToken, Template, TopLevelToken } from 'liquidjs';
import { groupOf } from '../../../articles/front-matter/groups.js';
import { meaningOf, readValues, type SyntaxContext } from '../tag.js';
import { missingInclude } from './site-files.js';

/** A tag of the site's own, of a plugin or of the tool, while it is parsed and rendered. */
interface OwnTag {
  liquid: Liquid;
  /** What stands between the tag and its end, where it has one. */
  inner?: Template[];
  written: string;
}

/** Tags of Liquid itself that stand alone; their ends and their branches are looked for by those that open them. */
const branches = new Set(
  'else elsif when endif endunless endcase endfor endcapture endtablerow endcomment endraw'.split(' '),
);

/** Makes the tags known to an engine that a text has, whatever they are. */
export function registerTags(liquid: Liquid, context: () => SyntaxContext, text: string): void {
  for (const [, name = ''] of text.matchAll(/\{%-?\s*(\w+)/g)) {
    if (!(name in liquid.tags) && !branches.has(name)) registerOne(liquid, name, context);
  }
}

/** `include_cached` is an include that Jekyll renders once. */
export function registerCachedInclude(liquid: Liquid): void {
  const { include } = liquid.tags;
  if (include) liquid.registerTag('include_cached', include);
}

function registerOne(liquid: Liquid, name: string, context: () => SyntaxContext): void {
  liquid.registerTag(name, {
    parse(token: TagToken, rest: TopLevelToken[]) {
      const tag: OwnTag = { liquid, written: token.getText() };
      if (endsIn(rest, name)) {
        tag.inner = [];
        parseInner(liquid, rest, name, tag.inner);
      }
      Object.assign(this, { own: tag, given: token.args });
    },
    *render(scope: Context) {
      const { inner, written }: OwnTag = this.own;
      const text: unknown = inner ? yield liquid.renderer.renderTemplates(inner, scope) : undefined;
      return write(name, String(this.given ?? ''), written, text, scope, context());
    },
  });
}

/** What a tag stands for, once its inner text is known. */
function write(
  name: string,
  given: string,
  written: string,
  inner: unknown,
  scope: Context,
  context: SyntaxContext,
): string {
  if (name.startsWith('end')) return '';
  if (name === missingInclude) {
    const file = given
      .trim()
      .replace(/^.*\//, '')
      .replace(/\.\w+$/, '');
    const named = Object.entries(groupOf(scope.getSync(['include']))).map(([key, value]) => [
      key,
      String(value),
    ]);
    return meaningOf({ name: file, values: [], named: Object.fromEntries(named), written: given }, context);
  }
  const tag = { name, ...readValues(given.replace(/\b(\w+)\s*:\s*(?=["'])/g, '$1=')), written };
  return meaningOf(inner === undefined ? tag : { ...tag, inner: String(inner) }, context);
}

/** For the tokens of a text, which are taken from the front, how far from the end each name stands for the last time. */
const lastPlaces = new WeakMap<readonly TopLevelToken[], Map<string, number>>();

/** Whether the end of a tag is still to come. */
function endsIn(rest: readonly TopLevelToken[], name: string): boolean {
  const known = lastPlaces.get(rest) ?? new Map<string, number>();
  if (!lastPlaces.has(rest)) {
    rest.forEach((token, index) => {
      const own = nameOf(token);
      if (own) known.set(own, rest.length - index);
    });
    lastPlaces.set(rest, known);
  }
  return (known.get(`end${name}`) ?? Number.POSITIVE_INFINITY) <= rest.length;
}

function parseInner(liquid: Liquid, rest: TopLevelToken[], name: string, inner: Template[]): void {
  for (let token = rest.shift(); token; token = rest.shift()) {
    if (nameOf(token) === `end${name}`) return;
    inner.push(liquid.parser.parseToken(token, rest));
  }
}

function nameOf(token: TopLevelToken): string | undefined {
  return 'name' in token && typeof token.name === 'string' ? token.name : undefined;
}
