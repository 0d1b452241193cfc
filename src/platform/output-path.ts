import { hasIllegalCharacters } from '../text/xml-characters.js';

declare const checked: unique symbol;

/**
 * A path below the output folder at which something may be published, with `/` between its parts. The publisher takes
 * nothing else, and {@link outputPath} is the only way to get one.
 */
export type OutputPath = string & { readonly [checked]: true };

/** Why nothing can be published at a path. */
export interface RefusedPath {
  refused: string;
}

/** Names that feedwright itself gives to files, though no content may: all of them at the top. */
const ownNames: ReadonlySet<string> = new Set([
  '.feedwright.json',
  '.htaccess',
  '.nojekyll',
  '_headers',
  '_redirects',
]);

/** Names of devices on Windows, whatever follows after a dot ("Naming Files, Paths, and Namespaces"). */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

/** The most bytes of a name on the disks of today, less what is put behind it for a while. */
const mostBytes = 200;

/**
 * The gate that every path passes which is published, replaced or deleted: pages, feeds, assets, redirects, host files,
 * and what a manifest names. It lets through what names one file below the output folder, on every system, which no
 * server takes for something else.
 *
 * @param path with `/` between its parts, percent-escapes resolved
 * @param origin `content` for what comes from articles, settings, plugins and files; `feedwright` for names of ours
 */
export function outputPath(
  path: string,
  origin: 'content' | 'feedwright' = 'content',
): OutputPath | RefusedPath {
  if (origin === 'feedwright' && ownNames.has(path)) return path as OutputPath;
  for (const part of path.split('/')) {
    const refused = whyRefused(part);
    if (refused) return { refused };
  }
  return path as OutputPath;
}

/**
 * The same for a path that feedwright makes up itself.
 *
 * @throws Error where it is none: that is a mistake in the program
 */
export function ownPath(path: string): OutputPath {
  const passed = outputPath(path, 'feedwright');
  if (typeof passed !== 'string') throw new Error(`${path} cannot be published: ${passed.refused}.`);
  return passed;
}

/** The path of a compressed copy beside a file. */
export function besideAs(path: OutputPath, ending: '.gz' | '.br'): OutputPath {
  return `${path}${ending}` as OutputPath;
}

/** What most parts are, and nothing is wrong with unless it is the name of a device. */
const plain = /^[a-z0-9~-](?:[\w.~-]{0,150}[\w~-])?$/i;

function whyRefused(part: string): string | undefined {
  if (plain.test(part) && !device.test(part)) return undefined;
  if (part === '') return 'it has an empty part';
  if (part === '.' || part === '..') return 'it has a "." or ".." as a part';
  if (/^[._]/.test(part)) return `a part of it begins with "${part[0]}", which servers treat specially`;
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(part) || hasIllegalCharacters(part))
    return 'it has a control character';
  if (/[\\<>:"|?*]/.test(part)) return 'it has one of the characters \\ < > : " | ? *';
  if (/[. ]$/.test(part)) return 'a part of it ends with a dot or a space';
  if (device.test(part)) return `"${part}" is the name of a device on Windows`;
  return Buffer.byteLength(part) > mostBytes ? `a part of it is over ${mostBytes} bytes long` : undefined;
}
