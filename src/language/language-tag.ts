/**
 * A language tag in its usual letters: `ru_RU` becomes `ru-RU`.
 *
 * @returns nothing where it is not a tag by BCP 47
 */
export function languageTag(text: string): string | undefined {
  // "ru_RU.UTF-8" is how POSIX writes the same thing.
  const [first = '', ...codeset] = text.trim().split('.');
  if (codeset.some((part) => /\s/.test(part))) return undefined;
  const bare = first.replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(bare)) return undefined;
  try {
    return Intl.getCanonicalLocales(bare)[0];
  } catch {
    return undefined;
  }
}
