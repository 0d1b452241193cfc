/** A part of the source whose tests are measured together. */
export interface Room {
  name: string;
  /** Files of it, by the beginning of their paths below `src`; the first room that has a file keeps it. */
  paths: readonly string[];
  /** The share of mutants that tests have to notice. */
  wanted: number;
}

/** Every room of the source, those that hurt most when they are wrong first. */
export const rooms: readonly Room[] = [
  { name: 'dates', paths: ['articles/dates/', 'language/zoned-time', 'language/write-date'], wanted: 0.9 },
  {
    name: 'sanitising',
    paths: ['body/sanitize', 'articles/inert-svg', 'articles/asset-types', 'articles/assets'],
    wanted: 0.9,
  },
  { name: 'bodies', paths: ['body/', 'text/'], wanted: 0.9 },
  { name: 'articles', paths: ['articles/'], wanted: 0.9 },
  { name: 'formats', paths: ['formats/'], wanted: 0.9 },
  { name: 'pages', paths: ['pages/', 'hosts/'], wanted: 0.9 },
  { name: 'recordings', paths: ['media/'], wanted: 0.8 },
  { name: 'feeds', paths: ['feeds/'], wanted: 0.9 },
  { name: 'publishing', paths: ['publish/', 'platform/output-path', 'platform/page-file'], wanted: 0.9 },
  { name: 'deploying', paths: ['deploy/', 'platform/retry'], wanted: 0.9 },
  { name: 'identity', paths: ['identity/'], wanted: 0.9 },
  { name: 'import', paths: ['import/'], wanted: 0.9 },
  { name: 'cache', paths: ['cache/'], wanted: 0.9 },
  { name: 'checks', paths: ['checks/', 'diagnostics/', 'changes/'], wanted: 0.8 },
  { name: 'dialects', paths: ['dialects/'], wanted: 0.8 },
  { name: 'commands', paths: ['commands/', 'cli'], wanted: 0.8 },
  { name: 'site', paths: ['site/', 'language/', 'plugins/'], wanted: 0.8 },
  { name: 'notify and serve', paths: ['notify/', 'serve/'], wanted: 0.8 },
  { name: 'build', paths: [''], wanted: 0.8 },
];

/** The room of a file, by its path below `src`. */
export function roomOf(file: string): Room | undefined {
  return rooms.find(({ paths }) => paths.some((path) => file.startsWith(path)));
}
