import { posix } from 'node:path';
import { languageTag } from '../language/language-tag.js';

/**
 * The folder whose `index.md` a file belongs to as one of its parts: other texts beside or below such an index are
 * no articles.
 *
 * @param languages of the site: `index.ru.md` is an index, too
 */
export function bundleOf(
  path: string,
  all: Pick<ReadonlySet<string>, 'has'>,
  languages: readonly string[],
): string | undefined {
  const isIndex = /^index\.[^.]+$/.test(languageOfName(posix.basename(path), languages).path);
  let folder = isIndex ? posix.dirname(posix.dirname(path)) : posix.dirname(path);
  while (folder !== '.' && folder !== '/' && folder !== '') {
    if (['md', 'mdx', 'markdown', 'html'].some((ending) => all.has(`${folder}/index.${ending}`)))
      return folder;
    folder = posix.dirname(folder);
  }
  return undefined;
}

/** `innomed.ru.md` is `innomed.md` in Russian, where the site has that language. */
export function languageOfName(
  path: string,
  languages: readonly string[],
): { path: string; language?: string } {
  const [, name = '', suffix = '', ending = ''] = /^(.*)\.([A-Za-z-]{2,})(\.[^./]+)$/.exec(path) ?? [];
  const known = languages.some((language) => language.toLowerCase() === suffix.toLowerCase());
  const language = known ? languageTag(suffix) : undefined;
  return language ? { path: name + ending, language } : { path };
}
