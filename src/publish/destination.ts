import type { Asset } from '../articles/assets.js';
import type { FeedIdentity } from '../feeds/feed.js';
import type { Document } from './document.js';
import { type Manifest, readManifest } from './manifest.js';
import { compare, copiesOf, type FileComparison, isOurs, type Output, outputsOf } from './output.js';

/** What became of a published file. */
export interface PublishedFile {
  /** Below the output folder. */
  path: string;
  mediaType: string;
  bytes: number;
  change: FileComparison['change'];
}

/** What there is to publish beside documents. */
export interface Rest {
  /** Files of articles, copied as they are. */
  assets: readonly Asset[];
  /** The feeds of the site, remembered for later builds. */
  feeds: readonly FeedIdentity[];
}

/** What was published. */
export interface Published {
  files: PublishedFile[];
  /** Files of earlier builds that are no part of the site any more, and stay: somebody changed them since. */
  left: string[];
}

/** Where the documents of a build go, one after another, each as soon as it is made. */
export interface Destination {
  add(document: Document): void;
  /** All documents were added; what is there to publish is published now. */
  finish(rest: Rest): Published;
  /** Nothing is to be published; what was prepared is taken back. */
  abandon(): void;
}

type FileFacts = Pick<Output, 'path' | 'mediaType' | 'bytes' | 'isFeed'>;

/** What became of files, in the order in which they are published. */
export class FileList {
  private readonly first: PublishedFile[] = [];
  private readonly feeds: PublishedFile[] = [];

  add({ path, mediaType, bytes, isFeed }: FileFacts, change: FileComparison['change']): void {
    (isFeed ? this.feeds : this.first).push({ path, mediaType, bytes, change });
  }

  all(): PublishedFile[] {
    return [...this.first, ...this.feeds];
  }
}

/** Writes nothing: lists what a build would publish, without looking at the output folder. */
export class DryRun implements Destination {
  protected readonly files = new FileList();

  /** @param precompress whether texts get `.gz` and `.br` beside them */
  constructor(private readonly precompress: boolean) {}

  add(document: Document): void {
    for (const output of outputsOf(document, this.precompress)) this.take(output);
  }

  finish({ assets }: Rest): Published {
    for (const copy of copiesOf(assets)) this.take(copy);
    return { files: this.files.all(), left: [] };
  }

  abandon(): void {}

  protected take(output: Output): void {
    this.files.add(output, 'new');
  }
}

/** Writes nothing: compares what a build would publish with the output folder. */
export class OutputDiff extends DryRun {
  private readonly owned: Manifest['files'];

  constructor(
    precompress: boolean,
    private readonly out: string,
  ) {
    super(precompress);
    this.owned = readManifest(out).files;
  }

  protected override take(output: Output): void {
    if (!isOurs(output, this.out, this.owned)) return;
    this.files.add(output, compare(output, this.out, this.owned).change);
  }

  /** How the output folder differs from what was added; nothing where it is the same. */
  differences(): { path: string; change: 'new' | 'changed' | 'removed' }[] {
    const files = this.files.all();
    const paths = new Set(files.map(({ path }) => path));
    const removed = [...this.owned.keys()].filter((path) => !paths.has(path));
    return [
      ...files.flatMap(({ path, change }) => (change === 'unchanged' ? [] : [{ path, change }])),
      ...removed.map((path) => ({ path, change: 'removed' as const })),
    ];
  }
}
