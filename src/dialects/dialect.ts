import type { Conventions } from '../articles/conventions.js';
import type { Config, ConfigFile } from './config.js';

/** The settings of a site that those of another tool tell. */
export interface ToolSettings {
  url?: string;
  title?: string;
  description?: string;
  copyright?: string;
  /** BCP 47 tag. */
  language?: string;
  /** Further languages of the site, by their tags. */
  languages?: Record<string, { title?: string }>;
  /** IANA name. */
  timezone?: string;
  author?: { name: string; email?: string };
}

/** A tool whose sites feedwright reads as they are. A new one is a file and a line in the table. */
export interface Dialect {
  /** As `--preset` takes it. */
  name: string;
  /** As its makers write it. */
  label: string;
  /** Paths by which a folder is known as the top of such a site; all of one list must be there. */
  marks: readonly (readonly string[])[];
  /** Folders that hold its articles, below the top; one of them alone is recognised with the top above it. */
  folders: readonly string[];
  /**
   * Recognises a folder of articles that stands alone, without its site.
   *
   * @returns the path that the folder would have in a site, such as `content/`
   */
  alone?(folder: string): string | undefined;
  /** The folder that the tool builds into, below the top, unless its settings say otherwise. */
  output?: string;
  /** Names of new articles begin with their date. */
  datesNames?: boolean;
  /** Files of settings; the first that is there counts for each group: `params.toml` is `params`. */
  configs: readonly ConfigFile[];
  /** Tells a site from one of another tool that has the same files. */
  accepts?(config: Config): boolean;
  /** The settings that the tool's own mean here. */
  settings(config: Config): ToolSettings;
  /** @param root top of the site; nothing where the articles stand alone */
  conventions(config: Config, root: string | undefined): Conventions;
}
