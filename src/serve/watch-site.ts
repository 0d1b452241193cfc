import { basename, dirname, resolve } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { BuildRequest } from '../build.js';
import { settingsFiles } from '../site/find-settings.js';
import type { Site } from '../site/site.js';

/** How long files must be quiet before they are read, in milliseconds: editors write in several steps. */
const quiet = 80;

/**
 * Asks for a build when a file of a site changes; changes during a build lead to one more. Settings are watched from the
 * beginning, so that a mistake in them can be mended; everything else once there is a site.
 */
export class SiteWatcher {
  private readonly settings: FSWatcher;
  private readonly folder: string;
  private site: { watcher: FSWatcher; name: string } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();

  /**
   * @param from where settings are looked for
   * @param rebuild what is done, one at a time
   */
  constructor(
    from: Pick<BuildRequest, 'cwd' | 'config' | 'articles'>,
    private readonly rebuild: () => Promise<void>,
  ) {
    const cwd = resolve(from.cwd ?? '.');
    this.folder = cwd;
    const named = from.config ? resolve(cwd, from.config) : undefined;
    const folders = [named ? dirname(named) : cwd, ...(from.articles ? [resolve(cwd, from.articles)] : [])];
    const names = [...settingsFiles, 'package.json', ...(named ? [basename(named)] : [])];
    this.settings = watch(folders, {
      ignoreInitial: true,
      depth: 0,
      ignored: (path) => !folders.includes(path) && !names.includes(basename(path)),
    });
    this.settings.on('all', () => this.change());
  }

  /** Watches what a site is made of from now on. */
  follow(site: Site): void {
    const files = [site.settingsFile, site.css, ...Object.values(site.templates)];
    const paths = [site.articles, ...files.filter((file) => file !== undefined)];
    this.watch(paths, dirname(site.articles), site.out);
  }

  /** Watches everything in the folder from now on: nobody knows what has to change before there is a site. */
  followFolder(): void {
    this.watch([this.folder], this.folder);
  }

  private watch(paths: readonly string[], top: string, out?: string): void {
    const name = paths.join('\n');
    if (this.site?.name === name) return;
    void this.site?.watcher.close();
    const watcher = watch([...paths], {
      ignoreInitial: true,
      ignored: (path) =>
        path === out || /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(path.slice(top.length)),
    });
    watcher.on('all', () => this.change());
    this.site = { watcher, name };
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await Promise.all([this.settings.close(), this.site?.watcher.close()]);
    await this.running;
  }

  private change(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(this.rebuild);
    }, quiet);
  }
}
