/** The way from a page to the front page, so that pages work in any folder and without a server. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}
