import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Discovered } from '../articles/discover.js';
import { digestOf } from '../platform/digest.js';
import { FileTracker, type Fingerprint } from '../platform/fingerprints.js';
import { leftovers } from '../publish/leftovers.js';
import { manifestName, readManifest } from '../publish/manifest.js';
import type { CacheFolder } from './cache-folder.js';
import { fingerprintWithInode } from './document-cache.js';
import type { FileStats } from './file-stats.js';

const fileName = 'build';

/** A build that was published, and everything that it depended on beside the settings. */
interface Stamp<Summary> {
  /** From when on and until when, in milliseconds, the clock chooses the same articles; without end where it always does. */
  from: number;
  until?: number;
  /** Hash of the names and signatures of the articles. */
  sources: string;
  /** Other files that the build looked at. */
  tracked: readonly (readonly [file: string, fingerprint: Fingerprint])[];
  /** Hash of the names and signatures of what was published. */
  outputs: string;
  summary: Summary;
}

/** What a build that has just been published depended on. */
export interface Dependencies {
  discovered: Discovered;
  fileStats: FileStats;
  tracked: ReadonlyMap<string, Fingerprint>;
  /** What published files looked like, as far as the build looked at them. */
  fingerprintOf: (path: string) => Fingerprint | undefined;
  /** The build's moment, and the next one at which the clock would choose other articles. */
  now: Date;
  until: Date | undefined;
}

/** The last build of a site: where nothing changed since, there is nothing to do. */
export class BuildStamp<Summary> {
  constructor(
    private readonly folder: CacheFolder,
    private readonly out: string,
  ) {}

  /** What the last build told, where a build now would do and tell the same. */
  stillHolds(discovered: Discovered, fileStats: FileStats, now: Date): Summary | undefined {
    const content = this.folder.read(fileName);
    if (!content) return undefined;
    // The folder gives only what this program wrote, byte for byte.
    const stamp: Stamp<Summary> = JSON.parse(content.toString('utf8'));
    const isTime = now.getTime() >= stamp.from && now.getTime() < (stamp.until ?? Number.POSITIVE_INFINITY);
    const holds =
      isTime &&
      sourcesOf(discovered, fileStats) === stamp.sources &&
      new FileTracker().areUnchanged(stamp.tracked) &&
      outputsOf(this.out) === stamp.outputs;
    return holds ? stamp.summary : undefined;
  }

  /** Remembers a build that was published. */
  save({ discovered, fileStats, tracked, fingerprintOf, now, until }: Dependencies, summary: Summary): void {
    const sources = sourcesOf(discovered, fileStats);
    const outputs = outputsOf(this.out, fingerprintOf);
    if (sources === undefined || outputs === undefined) return;
    const stamp: Stamp<Summary> = {
      from: now.getTime(),
      ...(until ? { until: until.getTime() } : {}),
      sources,
      tracked: [...tracked],
      outputs,
      summary,
    };
    this.folder.write(fileName, [Buffer.from(JSON.stringify(stamp))]);
  }
}

/** Nothing where a file changed so shortly before that one could not see it change again. */
function sourcesOf({ sources, notArticles, unread }: Discovered, fileStats: FileStats): string | undefined {
  const seen = fileStats.all();
  if (!seen) return undefined;
  const paths = sources.flatMap(({ path, companions = [] }) => [path, ...companions]);
  return digestOf(
    Buffer.concat([Buffer.from([...notArticles, '', ...unread, '', ...paths].join('\n')), seen]),
  );
}

/** Nothing where another build is at work, or was killed at it. */
function outputsOf(out: string, known: Dependencies['fingerprintOf'] = () => undefined): string | undefined {
  const at = (path: string) => lstatSync(join(out, path), { throwIfNoEntry: false });
  if (leftovers.some((name) => at(name))) return undefined;
  const lines = [...readManifest(out).files.keys(), manifestName].map((path) => {
    return `${path}\n${known(path) ?? fingerprintWithInode(at(path))}`;
  });
  return digestOf(lines.join('\n'));
}
