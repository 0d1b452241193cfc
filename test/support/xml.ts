import { SaxesParser } from 'saxes';

/** An element as a strict, namespace-aware parser sees it. */
export interface XmlElement {
  /** `{namespace}local`. */
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** Parses a document; anything that is not well-formed, or an unbound prefix, throws. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    const element = { name: `{${tag.uri}}${tag.local}`, attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const add = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  const [top] = root.children;
  if (!top) throw new Error('The document is empty.');
  return top;
}

const prefixes: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  fh: 'http://purl.org/syndication/history/1.0',
  xhtml: 'http://www.w3.org/1999/xhtml',
};

/** The children of an element with a name such as `item` or `dc:creator`. */
export function all(element: XmlElement, name: string): XmlElement[] {
  const [local = '', prefix] = name.split(':').reverse();
  const wanted = `{${prefix ? prefixes[prefix] : ''}}${local}`;
  return element.children.filter((child) => child.name === wanted);
}

/** The one child of a name; throws where there is none, or more. */
export function one(element: XmlElement, name: string): XmlElement {
  const [found, ...more] = all(element, name);
  if (!found || more.length > 0)
    throw new Error(`${found ? 'several' : 'no'} <${name}> in <${element.name}>`);
  return found;
}
