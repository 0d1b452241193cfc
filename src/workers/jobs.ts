import type { BodySubject, RenderedBody } from '../body/rendered-body.js';
import type { Fingerprint } from '../platform/fingerprints.js';

/** Bodies to be rendered, unless the first thread claimed them. */
export interface BodiesJob {
  render: readonly BodySubject[];
  /** Tells the job from all others. */
  number: number;
  /** A cell for each job of this kind, and that of this one. */
  claims: SharedArrayBuffer;
  cell: number;
}

/** A file to be written: its place, and the part of a buffer that it gets. */
export interface FileToWrite {
  file: string;
  from: number;
  to: number;
}

/** Files to be written from a buffer, which is free after that. */
export interface FilesJob {
  write: readonly FileToWrite[];
  buffer: number;
}

/** What the render worker is asked for. */
export type Job = BodiesJob | FilesJob;

/** A body that was rendered by the render worker, and the files that it looked at. */
export interface BodyAhead {
  body: RenderedBody;
  tracked: readonly (readonly [file: string, fingerprint: Fingerprint])[];
}

/** What the render worker answers; where nothing comes of a job but files, only that it failed. */
export type Answer = { number: number; bodies: readonly (BodyAhead | undefined)[] } | { failed: string };

/** Claims the bodies of a job; `false` where the other thread did so before. */
export function claim({ claims, cell }: Pick<BodiesJob, 'claims' | 'cell'>): boolean {
  return Atomics.exchange(new Int32Array(claims), cell, 1) === 0;
}
