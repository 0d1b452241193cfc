import { basename, dirname, resolve } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { BuildRequest } from '../build/report.js';
import { settingsFiles } from '../site/find-settings.js';
import type { Site } from '../site/site.js';

/** How long files must be quiet before they are read, in milliseconds: editors write in several steps. */
const quiet = 80;

/**
 * Builds a site, and builds it again when one of its files changes: one build at a time, and one more where something
 * changed meanwhile. Settings are watched from the beginning, so that a mistake in them can be mended; everything else as
 * soon as it is known.
 */
export class SiteWatcher {
  private readonly settings: FSWatcher;
  private readonly folder: string;
  private site: { watcher: FSWatcher; name: string } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isClosed = false;

  /**
   * @param from where settings are looked for
   * @param rebuild what is done, one at a time; it tells by {@link follow} what the site is made of
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
      // Paths are given with slashes on every system.
      ignored: (path) => !folders.includes(resolve(path)) && !names.includes(basename(path)),
    });
    this.settings.on('all', () => this.change());
  }

  /** Builds after the builds that are waiting. */
  build(): Promise<void> {
    const next = this.running.then(() => (this.isClosed ? undefined : this.rebuild()));
    this.running = next.catch(() => {});
    return next;
  }

  /** Watches what a site is made of from now on. Ends when no change is missed any more. */
  follow(site: Site): Promise<void> {
    const files = [site.settingsFile, site.css, ...Object.values(site.templates)];
    const paths = [site.articles, ...files.filter((file) => file !== undefined)];
    return this.watch(paths, dirname(site.articles), site.out);
  }

  /** Watches everything in the folder from now on: nobody knows what has to change before there is a site. */
  followFolder(): Promise<void> {
    return this.watch([this.folder], this.folder);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.running;
    await Promise.all([this.settings.close(), this.site?.watcher.close()]);
  }

  private async watch(paths: readonly string[], top: string, out?: string): Promise<void> {
    const name = paths.join('\n');
    if (this.site?.name === name || this.isClosed) return;
    void this.site?.watcher.close();
    const watcher = watch([...paths], {
      ignoreInitial: true,
      ignored: (path) =>
        resolve(path) === out || /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(path.slice(top.length)),
    });
    this.site = { watcher, name };
    watcher.on('all', () => this.change());
    await new Promise<void>((done) => watcher.once('ready', () => done()));
  }

  private change(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.build().catch(() => {}), quiet);
  }
}
