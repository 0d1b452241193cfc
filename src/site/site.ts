import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import * as z from 'zod';
import type { Author } from '../articles/article.js';
import { authorFromText } from '../articles/authors.js';
import { groupOf } from '../articles/groups.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import type { Conventions } from '../dialects/dialect.js';
import { type Recognised, recognise } from '../dialects/recognise.js';
import { languageTag } from '../language/language-tag.js';
import { languagesWithWords } from '../language/words.js';
import { escapeName } from '../platform/escape-name.js';
import { realPathWithin } from '../platform/real-path.js';
import { reasonOf } from '../platform/reason.js';
import { legalValue } from '../platform/xml-characters.js';
import { requireSafeOutput } from '../publish/safe-output.js';
import { explainSettings } from './explain-settings.js';
import { type FoundSettings, findSettings } from './find-settings.js';
import { type Settings, type SettingsInput, settingsSchema } from './settings.js';

/** A site: its settings, validated, with every path and address absolute. */
export interface Site extends Omit<Settings, '$schema' | 'author' | 'url' | 'title' | 'description'> {
  /** Folder of articles, absolute. */
  articles: string;
  /** Output folder, absolute. */
  out: string;
  /** Address of the site, ending in `/`. */
  url: string;
  title: string;
  description: string;
  author?: Author;
  /** The site's own styles, which come after those of feedwright. */
  ownCss: string;
  /** Languages that may have a folder of their own at the top of the articles. */
  folderLanguages: readonly string[];
  /** The tool that the articles were written for. */
  recognised: Recognised;
  conventions: Conventions;
  /** The moment that decides what is in the future; never written into a document. */
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

/** Where to look for a site, and what beats its settings. */
export interface SiteRequest {
  /** Folder that relative paths start from. */
  cwd: string;
  /** Folder of articles, relative to `cwd`. */
  articles?: string | undefined;
  /** File of settings, relative to `cwd`. */
  config?: string | undefined;
  /** Settings that beat those of the file; paths in them are relative to `cwd`. */
  overrides?: SettingsInput;
  /** Pages load themselves again when the site is built. */
  preview?: boolean | undefined;
  /** Taken where the address is not known, and does not matter. */
  fallbackUrl?: string | undefined;
  /** Settings and templates that are programs are refused. */
  withoutCode?: boolean | undefined;
  now: Date;
}

/**
 * Finds and checks the settings of a site. A flag beats the file, the file beats package.json, and that beats the
 * defaults.
 *
 * @throws UsageError with everything that is wrong with the settings
 */
export async function resolveSite(request: SiteRequest): Promise<Site> {
  const diagnostics: Diagnostic[] = [];
  const read = await findSettings(request);
  const found = { ...read, settings: legal(read.settings, originOf(read), diagnostics) };
  const overrides = legal(request.overrides ?? {}, 'the command line', diagnostics);
  const problems = [...check(found.settings, originOf(found)), ...check(overrides, 'the command line')];
  if (problems.length > 0) throw new UsageError(problems);

  const given = {
    ...inFolder(found.settings, found.root),
    ...inFolder({ ...groupOf(overrides), articles: request.articles }, request.cwd),
  };
  const { articles, recognised } = findArticles(given, found.root);
  const fromTool = recognised.dialect.settings(recognised.config);
  const fallback = request.fallbackUrl ? { url: request.fallbackUrl } : {};
  const settings = settingsSchema.parse({
    ...fallback,
    ...fromPackage(found.packageJson),
    ...fromTool,
    ...given,
  });
  if (request.withoutCode && Object.values(settings.templates).some((file) => file !== undefined)) {
    throw new UsageError([{ message: 'Templates are programs, which --no-config-code forbids to run.' }]);
  }
  if (!settings.url) throw new UsageError([noAddress]);
  const url = settings.url.endsWith('/') ? settings.url : `${settings.url}/`;
  const out = resolve(found.root, settings.out);
  requireSafeOutput(out, { 'the articles': articles, 'the project': found.root });
  const language = languageTag(settings.language) ?? settings.language;
  const { $schema: _, author, ...rest } = settings;
  return {
    ...rest,
    articles,
    recognised,
    conventions: recognised.conventions,
    out,
    url,
    title: settings.title ?? new URL(url).host,
    description: settings.description ?? '',
    language,
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

/** The folder of articles, and the tool that they were written for. */
function findArticles(
  given: Readonly<Record<string, unknown>>,
  root: string,
): { articles: string; recognised: Recognised } {
  const preset = typeof given.preset === 'string' ? given.preset : undefined;
  const usual = resolve(root, 'articles');
  const named = typeof given.articles === 'string' ? given.articles : undefined;
  const articles = named ?? (existsSync(usual) ? usual : root);
  const recognised = recognise(articles, preset);
  const isPlain = !named && articles === root && recognised.dialect.name === 'plain' && !preset;
  return isPlain ? { articles: usual, recognised } : { articles, recognised };
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

const noAddress: UsageProblem = {
  message: 'The address of the site is not known, and feeds need absolute links.',
  hint: 'Say where it will be published: --url https://example.org, or "url" in feedwright.config.yaml.',
};

function check(settings: unknown, origin: string): UsageProblem[] {
  const result = settingsSchema.safeParse(settings);
  return result.success ? [] : explainSettings(result.error, settings, origin, settingsSchema);
}

/** Settings without the characters that XML does not allow, each told as FW030. */
function legal(settings: unknown, file: string, diagnostics: Diagnostic[]): unknown {
  return legalValue(settings, (name) => {
    const message = `The setting "${escapeName(name)}" has control characters, which were removed.`;
    diagnostics.push(diagnose('FW030', { file, message }));
  });
}

function originOf(found: FoundSettings): string {
  return found.file ? basename(found.file) : 'package.json';
}

/** Makes the paths of settings absolute. */
function inFolder(settings: unknown, folder: string): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings ?? {})) {
    if (value === undefined) continue;
    if (name === 'templates') result[name] = pathsIn(value, folder);
    else
      result[name] =
        pathSettings.includes(name) && typeof value === 'string' ? resolve(folder, value) : value;
  }
  return result;
}

const pathSettings = ['articles', 'out', 'css'];

function pathsIn(paths: object, folder: string): object {
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, resolve(folder, String(path))]),
  );
}

const text = z.string().trim().min(1).optional().catch(undefined);
const packageSchema = z
  .looseObject({
    name: text,
    description: text,
    homepage: z
      .string()
      .regex(/^https?:\/\//)
      .optional()
      .catch(undefined),
    author: z
      .union([z.string().min(1), z.object({ name: z.string(), email: text, url: text })])
      .optional()
      .catch(undefined),
  })
  .catch({});

/** The settings that package.json implies: its name, description, homepage and author. */
function fromPackage(packageJson: unknown): SettingsInput {
  const { name, description, homepage, author } = packageSchema.parse(legalValue(packageJson, () => {}));
  return {
    ...(name ? { title: name } : {}),
    ...(description ? { description } : {}),
    ...(homepage ? { url: homepage.replace(/[?#].*$/, '') } : {}),
    ...(author ? { author: typeof author === 'string' ? author : withoutGaps(author) } : {}),
  };
}

function withoutGaps(author: {
  name: string;
  email?: string | undefined;
  url?: string | undefined;
  avatar?: string | undefined;
}): Author {
  const { name, email, url, avatar } = author;
  return { name, ...(email ? { email } : {}), ...(url ? { url } : {}), ...(avatar ? { avatar } : {}) };
}
