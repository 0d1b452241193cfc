/**
 * Loads a package with the first use of it: most sites never need the larger ones, and reading them takes as long as a
 * small build.
 *
 * @param load requires the package
 * @returns gives the package, loaded once
 */
export function lazyImport<Package extends object>(load: () => Package): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
