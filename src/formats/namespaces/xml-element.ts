import type { Extension } from 'feed';
import { extension } from '../feed-package/feed-package.js';

/** An element of XML, its values escaped already. */
export interface XmlElement {
  name: string;
  /** Those without a value are left out. */
  attributes?: Readonly<Record<string, string | number | undefined>>;
  text?: string;
  children?: readonly XmlElement[];
}

/** An element as text; one that has nothing in it is an empty one. */
export function elementText({ name, attributes = {}, text = '', children = [] }: XmlElement): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${value}"`);
  const inner = text + children.map(elementText).join('');
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

/** Elements as `feed` takes them: those of one name together, where the first of them stands. */
export function asExtensions(elements: readonly XmlElement[]): Extension[] {
  const byName = new Map<string, object[]>();
  for (const element of elements)
    byName.set(element.name, [...(byName.get(element.name) ?? []), asObject(element)]);
  return [...byName].map(([name, objects]) => extension(name, objects));
}

function asObject({ attributes, text, children = [] }: XmlElement): object {
  const names = new Set(children.map(({ name }) => name));
  const byName = [...names].map((name) => [
    name,
    children.filter((child) => child.name === name).map(asObject),
  ]);
  return {
    ...(attributes ? { _attributes: attributes } : {}),
    ...(text === undefined ? {} : { _text: text }),
    ...Object.fromEntries(byName),
  };
}
