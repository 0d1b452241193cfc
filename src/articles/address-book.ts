import { posix } from 'node:path';
import type { PublishedArticle } from './article.js';

const withoutEnding = (path: string) => path.replace(/\.(md|markdown|mdx|html)$/i, '');

/** The addresses of the published articles, for links that name their files. */
export class AddressBook {
  private byFile: Map<string, string> | undefined;
  private references: Map<string, string> | undefined;

  constructor(private readonly articles: readonly PublishedArticle[]) {}

  /** Absolute address of the article in a file, by the path below the folder of articles. */
  of(path: string): string | undefined {
    this.byFile ??= new Map(this.articles.map(({ source, url }) => [source.path, url]));
    return this.byFile.get(path);
  }

  /**
   * Absolute address of the article that another tool's reference names: `posts/innomed.md`, `@/innomed.md`,
   * `2021-09-02-innomed`, or its name alone, where no other article has it.
   */
  find(reference: string): string | undefined {
    this.references ??= referencesTo(this.articles);
    const path = withoutEnding(reference.replace(/^(@?\/|\.\/)+/, '').replace(/\/$/, ''));
    return this.references.get(path) ?? this.references.get(posix.basename(path));
  }
}

function referencesTo(articles: readonly PublishedArticle[]): Map<string, string> {
  const references = new Map<string, string>();
  const ambiguous = new Set<string>();
  const add = (name: string, url: string) => {
    if (references.has(name) && references.get(name) !== url) ambiguous.add(name);
    references.set(name, url);
  };
  for (const { source, url } of articles) {
    const paths = [source.sitePath, source.place.path].map((path) =>
      withoutEnding(path).replace(/\/index$/, ''),
    );
    for (const path of new Set([...paths, ...paths.map((each) => posix.basename(each))])) add(path, url);
  }
  for (const name of ambiguous) references.delete(name);
  return references;
}
