import { join, relative, sep } from 'node:path';
import type { PublishedArticle } from '../articles/article.js';
import type { Asset } from '../articles/assets.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { OutputPath } from '../platform/output-path.js';

/** Who publishes a file: an article its page, the site everything else, or a file beside an article. */
type Owner = PublishedArticle | 'the site' | { file: string };

/**
 * Who publishes what: two files of one name, also where the disk does not tell capital letters from small ones, or a file
 * where another one needs a folder. Such a clash is the problem of the article that could have another address.
 */
export class Places {
  private readonly files = new Map<string, Owner>();
  private readonly folders = new Map<string, Owner>();

  /** FW022 for each article whose address was taken, or was wanted for a document of the site. */
  readonly diagnostics: Diagnostic[] = [];

  /**
   * Takes the place of an article's page, or of a document of the site.
   *
   * @returns whether to publish it; an article that is in the way is reported
   */
  take(path: OutputPath, owner: PublishedArticle | 'the site'): boolean {
    const other = this.claim(path, owner);
    if (other === undefined) return true;
    // Two articles with one address were told before.
    if (owner !== 'the site') {
      if (other !== this.files.get(path.toLowerCase())) this.diagnostics.push(reportClash(owner, path));
      return false;
    }
    // Two documents of the site are a mistake in its settings or plugins, which the publisher tells.
    if (other === 'the site' || 'file' in other) return true;
    this.diagnostics.push(reportClash(other, path));
    return false;
  }

  /**
   * The files beside articles whose places are free; FW046 for each of the others.
   *
   * @param articlesRoot folder of articles
   */
  free(assets: readonly Asset[], articlesRoot: string): { assets: Asset[]; diagnostics: Diagnostic[] } {
    const diagnostics = new Map<string, Diagnostic>();
    const free = assets.filter((asset) => {
      const other = this.claim(asset.path, asset);
      if (other === undefined) return true;
      if (typeof other === 'object' && 'file' in other && other.file === asset.file) return true;
      const file = relative(articlesRoot, asset.file).split(sep).join('/');
      const what = typeof other === 'object' && 'file' in other ? 'another file' : 'something else';
      const message = `The file is not published: ${what} is published at ${asset.path}.`;
      diagnostics.set(join(file, asset.path), diagnose('FW046', { file, message }));
      return false;
    });
    return { assets: free, diagnostics: [...diagnostics.values()] };
  }

  /** @returns who has the place already, or is in the way */
  private claim(path: OutputPath, owner: Owner): Owner | undefined {
    const name = path.toLowerCase();
    const above: string[] = [];
    for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) above.push(name.slice(0, at));
    const taken = this.files.get(name) ?? this.folders.get(name);
    const other = taken ?? above.map((folder) => this.files.get(folder)).find((each) => each !== undefined);
    if (other !== undefined) return other;
    this.files.set(name, owner);
    for (const folder of above) if (!this.folders.has(folder)) this.folders.set(folder, owner);
    return undefined;
  }
}

function reportClash({ url, source }: PublishedArticle, path: string): Diagnostic {
  const message = `The address ${url} is taken: ${path} is published there.`;
  return diagnose('FW022', { file: source.path, message });
}
