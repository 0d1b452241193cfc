import { Parser } from 'htmlparser2';

/** An address in a page, and the element that has it. */
export interface HtmlLink {
  element: string;
  url: string;
  attributes: Readonly<Record<string, string>>;
}

/** What a page or a piece of HTML refers to, and the places in it that others can refer to. */
export interface HtmlReferences {
  links: HtmlLink[];
  ids: Set<string>;
}

const withAddress = ['href', 'src', 'poster', 'srcset'];

/** Finds every address and every id in HTML. */
export function referencesOf(html: string): HtmlReferences {
  const links: HtmlLink[] = [];
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag(element, attributes) {
      if (attributes.id) ids.add(attributes.id);
      for (const name of withAddress) {
        const value = attributes[name];
        if (value === undefined) continue;
        const urls =
          name === 'srcset' ? value.split(', ').map((part) => part.trim().split(' ')[0] ?? '') : [value];
        for (const url of urls) links.push({ element, url, attributes });
      }
    },
  });
  parser.end(html);
  return { links, ids };
}
