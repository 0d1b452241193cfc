/** How bad a problem is: an error stops publishing, a warning does not. */
export type DiagnosticLevel = 'error' | 'warning';

/** What is known of a code: the name of the problem, how bad it is unless settings say otherwise, and what to do. */
export interface CodeEntry {
  title: string;
  level: DiagnosticLevel | 'off';
  advice: string;
}
