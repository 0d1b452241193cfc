/**
 * Loads a module of the site's owner, in TypeScript or JavaScript.
 *
 * @param file absolute path
 * @returns its default export
 */
export async function loadModule(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  return createJiti(import.meta.url, { fsCache: false, moduleCache: false }).import(file, { default: true });
}
