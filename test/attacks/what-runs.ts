import { Parser } from 'htmlparser2';

const addresses = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href', 'srcdoc']);
/** Elements that run, load or send something. */
const active = new Set(
  'iframe frame object embed applet base form svg mglyph malignmark annotation-xml portal'.split(' '),
);
/** What pages have of their own, and articles must not. */
const ofPages = new Set('style link template noscript'.split(' '));

/**
 * What in HTML could run, as a browser would see it: scripts, handlers, addresses that are programs, frames.
 *
 * @param kind a page may load the script of the site, have data in a script, and lead on to another page of the site
 */
export function whatRuns(html: string, kind: 'page' | 'content'): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { src, type, content = '' } = attributes;
      const isOwn =
        kind === 'page' && (/^((\.\.?\/)+|\/(\w+\/)*)[\w.-]+$/.test(src ?? '') || /json$/.test(type ?? ''));
      if (name === 'script' && !isOwn) found.push(`<script ${JSON.stringify(attributes)}>`);
      const isChart = kind === 'page' && name === 'svg' && attributes.focusable === 'false';
      if (active.has(name) && !isChart) found.push(`<${name}>`);
      if (kind === 'content' && ofPages.has(name)) found.push(`<${name}>`);
      if (name === 'meta' && (kind === 'content' || /refresh/i.test(attributes['http-equiv'] ?? ''))) {
        if (kind === 'content' || !/^0; url=(?:https:\/\/example\.org\/|\.)/i.test(content))
          found.push(`<meta ${content}>`);
      }
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on/i.test(attribute)) found.push(`${name} ${attribute}`);
        const scheme = value.replace(/[\p{Cc}\s]/gu, '').toLowerCase();
        if (addresses.has(attribute) && /^(javascript|vbscript|data:(?!image\/))/.test(scheme))
          found.push(`${name} ${attribute}=${value}`);
        if (kind === 'content' && (attribute === 'style' || attribute === 'srcdoc'))
          found.push(`${name} ${attribute}`);
      }
    },
  });
  parser.end(html);
  return found;
}
