import { UsageError } from '../diagnostics/usage-error.js';
import { isWithin, realPath, realPathToBe } from '../platform/real-path.js';
import { type Settings, settingsSchema } from './settings.js';

/**
 * Settings without what only the owner of a site may allow: further kinds of files and further HTML. They count for
 * nothing, so that a site that has them can still be built.
 *
 * @throws UsageError where a part of the pages is a program
 */
export function withoutAllowances(settings: Settings): Settings {
  if (Object.values(settings.templates).some((file) => file !== undefined) || settings.plugins.length > 0) {
    throw new UsageError([
      { message: 'Templates and plugins are programs, which --untrusted does not run.' },
    ]);
  }
  const { assets, html } = settingsSchema.parse({});
  return { ...settings, assets, html };
}

/**
 * Requires that the paths of a site stay in its folder, whatever links they go through.
 *
 * @param paths absolute, by what each is; those that are not there yet count, too
 * @param root folder of the settings
 * @param named paths on the command line: whoever builds may name a folder that is elsewhere
 * @throws UsageError with every path that leads out
 */
export function requireWithinSite(
  paths: Readonly<Record<string, string | undefined>>,
  root: string,
  named: readonly unknown[],
): void {
  const real = realPath(root) ?? root;
  const problems = Object.entries(paths).flatMap(([what, path]) => {
    if (path === undefined || isWithin(real, realPathToBe(path))) return [];
    if (!isWithin(root, path) && named.includes(path)) return [];
    const hint = `Paths must stay inside of ${root}, even through links.`;
    return [{ message: `${what}: ${path} is outside of the site, which --untrusted does not allow.`, hint }];
  });
  if (problems.length > 0) throw new UsageError(problems);
}
