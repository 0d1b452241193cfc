import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SaxesTagNS } from 'saxes';
import { lazyImport } from '../platform/lazy-import.js';

const require = createRequire(import.meta.url);
const saxes = lazyImport<typeof import('saxes')>(() => require('saxes'));

const svg = 'http://www.w3.org/2000/svg';
/** Namespaces whose elements browsers give a life of their own, wherever they stand. */
const active: ReadonlySet<string> = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/XSL/Transform',
  'http://www.w3.org/2001/xml-events',
  'http://www.w3.org/2001/XInclude',
]);

/** Elements of SVG 1.1 and 2 that draw, describe or move, and load nothing but what their attributes name. */
const elements: ReadonlySet<string> = new Set(
  `a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
  feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence filter font font-face font-face-name font-face-src g glyph hkern image line
  linearGradient marker mask metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set stop
  style svg switch symbol text textPath title tspan use view vkern`.split(/\s+/),
);

/** The most elements in each other, and the most bytes of a picture that is looked into. */
const deepest = 500;
const mostBytes = 10_000_000;

/**
 * Why an SVG picture is not one to be put on a site: it has something that runs or that asks other sites when somebody
 * opens it (SVG 2, 2.1 "Conforming SVG" in secure static mode is the measure).
 *
 * @param file absolute path
 * @returns nothing where it has nothing of that kind
 */
export function whatIsActive(file: string): string | undefined {
  if (statSync(file).size > mostBytes) return `it has more than ${mostBytes / 1_000_000} MB`;
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) return 'it is not in UTF-8';
  return new Inspector().inspect(bytes.toString('utf8').replace(/^\ufeff/, ''));
}

class Inspector {
  private found: string | undefined;
  /** The text of the element of styles that is open. */
  private style: string | undefined;
  private depth = 0;

  inspect(text: string): string | undefined {
    const parser = new (saxes().SaxesParser)({ xmlns: true });
    parser.on('error', () => this.tell('it is not well-formed XML'));
    parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
      // A browser would read other characters than we do.
      if (encoding.toLowerCase() !== 'utf-8') this.tell(`it says that it is in ${encoding}`);
    });
    parser.on('doctype', (doctype) => {
      if (doctype.includes('[')) this.tell('it declares entities');
    });
    parser.on('processinginstruction', ({ target }) => this.tell(`it has the instruction "${target}"`));
    parser.on('opentag', (tag) => this.look(tag));
    parser.on('closetag', () => {
      this.depth -= 1;
      if (this.style !== undefined && loadsByStyle(this.style)) this.tell('its styles load something');
      this.style = undefined;
    });
    // Comments and CDATA part a text that is one to a browser.
    const note = (part: string) => {
      if (this.style !== undefined) this.style += part;
    };
    parser.on('text', note);
    parser.on('cdata', note);
    try {
      parser.write(text).close();
    } catch (error) {
      if (this.found === undefined) throw error;
    }
    return this.found;
  }

  /** Ends the search: one reason is enough. */
  private tell(what: string): never {
    this.found ??= what;
    throw new Error(what);
  }

  private look(tag: SaxesTagNS): void {
    const { uri, local } = tag;
    this.depth += 1;
    if (this.depth > deepest) this.tell('its elements stand in each other too deeply');
    if (active.has(uri) || (uri === svg && !elements.has(local))) this.tell(`it has the element "${local}"`);
    else if (uri === '') this.tell('it has elements outside of any namespace');
    this.style = uri === svg && local === 'style' ? '' : undefined;
    for (const { local: name, value } of Object.values(tag.attributes)) {
      const problem = whatAttributeDoes(name.toLowerCase(), value, local);
      if (problem) this.tell(problem);
    }
  }
}

function whatAttributeDoes(name: string, value: string, element: string): string | undefined {
  if (/^on/.test(name)) return `it has the handler "${name}"`;
  if ((name === 'href' || name === 'src' || name === 'base') && !isLocal(value))
    return `"${element}" refers to something outside of it`;
  // An animation can give an attribute another value later on.
  const parts = name === 'attributename' ? value.trim().toLowerCase().split(':') : [];
  if (parts.some((part) => /^(?:on|(?:href|src|style)$)/.test(part))) return `it animates "${value.trim()}"`;
  return loadsByStyle(value) ? 'its styles load something' : undefined;
}

/** A part of the picture itself, or a picture of pixels or a font that it has within. */
function isLocal(address: string): boolean {
  return /^\s*(?:#|data:(?:image\/(?:png|jpeg|gif|webp)|font\/[a-z0-9]+|application\/(?:x-)?font-[a-z]+)[;,]|$)/i.test(
    address,
  );
}

/** Whether a style, or an attribute that is one, loads something; what could hide that counts as well. */
function loadsByStyle(style: string): boolean {
  if (/@import|image-set|(?:^|[^\w-])(?:image|src)\(|expression\(|-moz-binding|javascript:/i.test(style))
    return true;
  if (style.includes('\\') && style.includes('(')) return true;
  const addresses = style.split(/url\(/i).slice(1);
  return addresses.some((address) => !isLocal(address.replace(/^\s*["']?/, '')));
}
