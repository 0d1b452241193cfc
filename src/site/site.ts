import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Author } from '../articles/article.js';
import type { Conventions } from '../articles/conventions.js';
import { authorFromText } from '../articles/front-matter/authors.js';
import { groupOf } from '../articles/front-matter/groups.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import type { Recognised } from '../dialects/recognise.js';
import type { SitePodcast } from '../feeds/podcasts/podcast.js';
import { languageTag } from '../language/language-tag.js';
import { languagesWithWords } from '../language/words.js';
import { escapeName } from '../platform/escape-name.js';
import { readableAddress } from '../platform/iri.js';
import { realPathWithin } from '../platform/real-path.js';
import { reasonOf } from '../platform/reason.js';
import { legalValue } from '../text/xml-characters.js';
import { commandLine, explainSettings } from './explain-settings.js';
import { findArticles } from './find-articles.js';
import { type FoundSettings, findSettings } from './find-settings.js';
import { fromPackage, withoutGaps } from './package-settings.js';
import { renamed } from './renamed-settings.js';
import { requireSafeOutput } from './safe-output.js';
import { inFolder } from './setting-paths.js';
import { type Settings, type SettingsInput, settingsSchema } from './settings.js';
import { sitePodcasts } from './site-podcasts.js';
import { requireWithinSite, withoutAllowances } from './untrusted-site.js';

/** A site: its settings, validated, with every path and address absolute. */
export interface Site
  extends Omit<
    Settings,
    '$schema' | 'author' | 'url' | 'title' | 'description' | 'skipInvalid' | 'pages' | 'rendered' | 'podcast'
  > {
  /** Folder of articles, absolute. */
  articles: string;
  /** Output folder, absolute. */
  out: string;
  /** Address of the site, ending in `/`. */
  url: string;
  title: string;
  description: string;
  author?: Author;
  podcast: readonly SitePodcast[];
  /** Whether pages are written. */
  pages: boolean;
  /** The site as its own tool built it, where texts are taken from its pages. */
  rendered?: { folder: string; selector?: string | undefined };
  /** Articles with errors are left out, and the others are published. */
  skipInvalid: boolean;
  /** The site's own styles, which come after those of feedwright. */
  ownCss: string;
  /** Languages that may have a folder of their own at the top of the articles. */
  folderLanguages: readonly string[];
  /** The tool that the articles were written for. */
  recognised: Recognised;
  conventions: Conventions;
  /** Time to use instead of the current time; never written into a document. */
  now: Date;
  /** Pages load themselves again when the site is built. */
  preview: boolean;
  /** Folder that the settings are relative to: the top of the project. */
  root: string;
  /** The file that the settings are from, absolute. */
  settingsFile?: string;
  /** What is odd about the settings and does no harm: FW030. */
  diagnostics: readonly Diagnostic[];
}

/** Where to look for a site, and what overrides its settings. */
export interface SiteRequest {
  /** Folder that relative paths start from. */
  cwd: string;
  /** Folder of articles, relative to `cwd`. */
  articles?: string | undefined;
  /** Settings file, relative to `cwd`. */
  config?: string | undefined;
  /** Settings that override those of the file; paths in them are relative to `cwd`. */
  overrides?: SettingsInput;
  /** Pages load themselves again when the site is built. */
  preview?: boolean | undefined;
  /** Taken where the address is not known, and does not matter. */
  fallbackUrl?: string | undefined;
  /** The site may be a stranger's: nothing of it runs, and its paths and allowances are not followed. */
  untrusted?: boolean | undefined;
  now: Date;
}

/**
 * Finds and checks the settings of a site. Flags override the file, which overrides package.json and the
 * defaults.
 *
 * @throws UsageError with everything that is wrong with the settings
 */
export async function resolveSite(request: SiteRequest): Promise<Site> {
  const diagnostics: Diagnostic[] = [];
  const read = await findSettings(request);
  const found = { ...read, settings: renamed(legal(read.settings, originOf(read), diagnostics)) };
  const overrides = renamed(legal(request.overrides ?? {}, commandLine, diagnostics));
  const problems = [...check(found.settings, originOf(found)), ...check(overrides, commandLine)];
  if (problems.length > 0) throw new UsageError(problems);

  const flags = inFolder({ ...groupOf(overrides), articles: request.articles }, request.cwd);
  const given = { ...inFolder(found.settings, found.root), ...flags };
  const { articles, recognised } = findArticles(given, found.root, request.untrusted === true);
  const fromTool = recognised.dialect.settings(recognised.config);
  const fallback = request.fallbackUrl ? { url: request.fallbackUrl } : {};
  const parsed = settingsSchema.parse({
    ...fallback,
    ...fromPackage(found.packageJson),
    ...fromTool,
    ...given,
  });
  const settings = request.untrusted ? withoutAllowances(parsed) : parsed;
  const out = resolve(found.root, settings.out);
  if (request.untrusted) {
    const paths = {
      articles,
      out,
      css: settings.css,
      rendered: settings.rendered,
      'the file of settings': found.file,
    };
    requireWithinSite(paths, found.root, Object.values(flags));
  }
  if (!settings.url) throw new UsageError([noAddress]);
  const url = settings.url.endsWith('/') ? settings.url : `${settings.url}/`;
  requireSafeOutput(out, { 'the articles': articles, 'the project': found.root });
  const language = languageTag(settings.language) ?? settings.language;
  const { $schema: _, author, rendered, renderedSelector: selector, ...rest } = settings;
  if (rendered !== undefined) requireBuilt(rendered);
  return {
    ...rest,
    articles,
    recognised,
    conventions: recognised.conventions,
    out,
    url,
    podcast: sitePodcasts(
      settings.podcast,
      found.root,
      settings.feeds.collections.map(({ slug }) => slug),
    ),
    title: settings.title ?? readableAddress(new URL(url).origin).replace(/^https?:\/\//, ''),
    description: settings.description ?? '',
    language,
    dateFormats: [...settings.dateFormats, ...(recognised.conventions.dateFormats ?? [])],
    pages: settings.pages ?? rendered === undefined,
    ...(rendered === undefined ? {} : { rendered: { folder: rendered, selector } }),
    skipInvalid: settings.skipInvalid ?? !(settings.strict || recognised.conventions.isOwn),
    ...(author ? { author: typeof author === 'string' ? authorFromText(author) : withoutGaps(author) } : {}),
    ownCss: settings.css ? readCss(settings.css, found.root) : '',
    folderLanguages: [...new Set([language, ...Object.keys(settings.languages), ...languagesWithWords])],
    now: request.now,
    root: found.root,
    preview: request.preview === true,
    ...(found.file ? { settingsFile: found.file } : {}),
    diagnostics,
  };
}

/** What is published from a file that settings name is below the folder of the settings, also behind links. */
function readCss(file: string, root: string): string {
  const real = realPathWithin(root, file);
  if (real === undefined && existsSync(file)) {
    const hint = `Put the file below ${root}.`;
    throw new UsageError([{ message: `css: ${file} is outside of the folder of the settings.`, hint }]);
  }
  try {
    return `\n${readFileSync(real ?? file, 'utf8')}`;
  } catch (error) {
    throw new UsageError([{ message: `css: the file cannot be read: ${reasonOf(error)}` }]);
  }
}

/** A folder that nobody built yet would leave every item with its summary alone. */
function requireBuilt(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const hint = 'Build the site with its own tool first, and name the folder that it writes.';
  throw new UsageError([{ message: `rendered: there is no folder ${folder}.`, hint }]);
}

const noAddress: UsageProblem = {
  message: 'The site has no address, which feeds need for absolute links.',
  hint: 'Set it with --url https://example.org, or as "url" in feedwright.config.yaml.',
};

function check(settings: unknown, origin: string): UsageProblem[] {
  const result = settingsSchema.safeParse(settings);
  return result.success ? [] : explainSettings(result.error, settings, origin, settingsSchema);
}

/** Settings without the characters that XML does not allow, each told as FW030. */
function legal(settings: unknown, file: string, diagnostics: Diagnostic[]): unknown {
  return legalValue(settings, (name) => {
    const message = `The setting "${escapeName(name)}" contained control characters, which were removed.`;
    diagnostics.push(diagnose('FW030', { file, message }));
  });
}

function originOf(found: FoundSettings): string {
  return found.file ? basename(found.file) : 'package.json';
}
