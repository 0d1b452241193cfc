/** Expressions that are suspected of taking more than linear time, by their source, and why they may stay. */
export const allowed: ReadonlyMap<string, string> = new Map([
  [
    String.raw`(?<![\w$])['"]?([A-Za-z_$][\w$]*)['"]?\s*(?:[:(]|=(?!=))\s*(?:[ur]?(['"` +
      '`' +
      String.raw`])((?:(?!\2)[^\\\n]|\\.)*)\2|([Tt]rue|[Ff]alse)\b)`,
    'is tried once for each name, and suspected by chance only',
  ],
  [
    String.raw`^([^<(]*?)\s*(?:<([^<>\s]+)>)?\s*(?:\((https?:[^()\s]+)\))?$`,
    'sees names of authors of at most 300 characters',
  ],
  [String.raw`^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.+))?$`, 'sees names of files'],
  [
    String.raw`(\w+)(?:\s*:[^=:;\n]*)?\s*[=:]\s*$`,
    'sees the 200 characters before the definition of a collection',
  ],
  [String.raw`[\s.,;:–—-]+$`, 'sees texts that were cut to the length of a summary'],
  [
    String.raw`^(.*?)(\d{4})[-/](\d{1,2})[-/](\d{1,2})[-/]?(.*?)(?:\/index)?$`,
    'sees paths of files, which systems limit',
  ],
  [String.raw`^(?:(.*)\/)?(_posts|_drafts)\/(.*)$`, 'sees paths of files, which systems limit'],
  [
    String.raw`^([ \t]*)(:{3,})[ \t]*([A-Za-z][\w-]*)?[ \t]*(?:\[([^\]\n]*)\]|([^\n{]*))?(?:\{[^}\n]*\})?[ \t]*$`,
    'sees the first 300 characters of a line',
  ],
]);
