import type { PublishedArticle } from '../articles/article.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { siteWords } from '../language/site-words.js';
import { pageFile } from '../platform/page-file.js';
import { compareText } from '../text/compare-text.js';
import { matches } from './collection-filter.js';
import type { Feed, FeedIdentity, FeedKind } from './feed.js';
import type { FeedSite } from './feed-site.js';
import { feedSlug } from './feed-slug.js';

/** The feeds of a site, and what is wrong with their names. */
export interface PlannedFeeds {
  feeds: Feed[];
  diagnostics: Diagnostic[];
}

/** The kinds of feeds that come from names in the articles. */
const named = [
  { kind: 'section', setting: 'sections', namesOf: (article: PublishedArticle) => article.sections },
  { kind: 'tag', setting: 'tags', namesOf: (article: PublishedArticle) => article.tags },
  {
    kind: 'author',
    setting: 'authors',
    namesOf: (article: PublishedArticle) => article.authors.map(({ name }) => name),
  },
] as const;

type NamedKind = (typeof named)[number];

/**
 * Decides which feeds a site has, and which articles each of them holds: everything, each language (where there are
 * several), section, tag and author, each section in each language, and the collections of the settings.
 *
 * @param articles newest first
 * @param known feeds of earlier builds: one whose articles are gone stays, empty, since people subscribed to it
 * @param firstUrl address at which the site was first published, which the ids of feeds keep (RFC 4287, 4.2.6)
 * @returns the feeds, FW024 for two names that would share a folder, and FW027 for a former name that is still in use
 */
export function planFeeds(
  articles: readonly PublishedArticle[],
  site: FeedSite,
  known: readonly FeedIdentity[],
  firstUrl = site.url,
): PlannedFeeds {
  const planner = new Planner(articles, site, firstUrl);
  planner.add({ kind: 'all', name: '', path: '' }, articles, site.language);
  const languages = planner.languages();
  for (const language of languages) {
    const identity: FeedIdentity = {
      kind: 'language',
      name: language,
      path: `${feedSlug(language)}/`,
      only: language,
    };
    const own = articles.filter((article) => article.language === language);
    if (site.feeds.languages.make) planner.add(identity, own, language);
  }
  for (const kind of named) {
    if (!site.feeds[kind.setting].make) continue;
    planner.addNamed(kind, articles, undefined);
    if (kind.kind !== 'section' || !site.feeds.languages.make) continue;
    for (const language of languages) {
      const own = articles.filter((article) => article.language === language);
      planner.addNamed(kind, own, language);
    }
  }
  planner.addCollections();
  planner.addKnown(known);
  return { feeds: planner.feeds, diagnostics: planner.diagnostics };
}

/** Languages of the site, its own first; none where there is only one. */
export function languagesOf(articles: readonly PublishedArticle[], site: FeedSite): string[] {
  const found = new Set(articles.map(({ language }) => language));
  const all = [...new Set([site.language, ...Object.keys(site.languages), ...[...found].sort()])];
  const used = all.filter((language) => found.has(language) || language in site.languages);
  return used.length > 1 ? used : [];
}

class Planner {
  readonly feeds: Feed[] = [];
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly articles: readonly PublishedArticle[],
    private readonly site: FeedSite,
    private readonly firstUrl: string,
  ) {}

  languages(): string[] {
    return languagesOf(this.articles, this.site);
  }

  add(
    identity: FeedIdentity,
    articles: readonly PublishedArticle[],
    language: string,
    own: OwnSettings = {},
    former: readonly string[] = [],
  ): void {
    const { site } = this;
    const about = site.languages[language]?.description ?? site.description;
    this.feeds.push({
      ...identity,
      id: this.firstUrl + (former[0] ?? identity.path),
      former,
      title: titleOf(identity, language, own, site),
      description: own.description ?? about,
      language,
      articles,
      limit: own.limit ?? site.limit,
      content: site.content,
      archives: own.archives ?? site.archives,
      archiveContent: archiveContentOf(identity, site),
    });
  }

  addNamed(kind: NamedKind, articles: readonly PublishedArticle[], only: string | undefined): void {
    const { minArticles, names, ...own } = this.site.feeds[kind.setting];
    const prefix = only ? `${feedSlug(only)}/` : '';
    const groups = this.bySlug(kind, articles, only === undefined);
    for (const [slug, group] of groups) {
      const name = group.name;
      if (group.articles.length < minArticles) continue;
      const path = `${prefix}${kind.setting}/${slug}/`;
      const identity: FeedIdentity = { kind: kind.kind, name, path, ...(only ? { only } : {}) };
      const { formerly = [], ...named } = names[name] ?? {};
      const inUse = formerly.find((former) => groups.has(feedSlug(former)));
      if (inUse !== undefined && !only) this.reportInUse(kind.kind, inUse, groups);
      const former = formerly.map(feedSlug).filter((each) => !groups.has(each));
      this.add(
        identity,
        group.articles,
        only ?? commonLanguage(group.articles, this.site),
        { ...own, ...named },
        former.map((each) => `${prefix}${kind.setting}/${each}/`),
      );
    }
  }

  addCollections(): void {
    for (const { slug, where, title, ...own } of this.site.feeds.collections) {
      const articles = this.articles.filter((article) => matches(article, where));
      const identity: FeedIdentity = { kind: 'collection', name: title, path: `${slug}/` };
      this.add(identity, articles, where.language ?? commonLanguage(articles, this.site), { ...own, title });
    }
  }

  /** Feeds that people may have subscribed to before stay where they were. */
  addKnown(known: readonly FeedIdentity[]): void {
    const paths = new Set(this.feeds.flatMap(({ path, former }) => [path, ...former]));
    for (const identity of known) {
      const kind = named.find((candidate) => candidate.kind === identity.kind);
      if (!kind || paths.has(identity.path) || !this.site.feeds[kind.setting].make) continue;
      // What remembers feeds is a file that others may have changed.
      const usual = new RegExp(`^(?:[^/]+/)?${kind.setting}/[^/]+/$`);
      if (!usual.test(identity.path) || typeof pageFile(identity.path) !== 'string') continue;
      paths.add(identity.path);
      const articles = this.articles.filter(
        (article) =>
          (!identity.only || article.language === identity.only) &&
          kind.namesOf(article).some((name) => feedSlug(name) === feedSlug(identity.name)),
      );
      this.add(identity, articles, identity.only ?? commonLanguage(articles, this.site));
    }
  }

  /** Articles by the folder of their names, in the order of the names; two names for one folder are told. */
  private bySlug(kind: NamedKind, articles: readonly PublishedArticle[], tell: boolean): Map<string, Group> {
    const groups = new Map<string, Group>();
    for (const article of articles) {
      for (const name of new Set(kind.namesOf(article))) {
        const slug = feedSlug(name);
        const group: Group = groups.get(slug) ?? { name, articles: [], others: new Map() };
        groups.set(slug, group);
        if (group.articles.at(-1) !== article) group.articles.push(article);
        if (name !== group.name && !group.others.has(name)) group.others.set(name, article);
      }
    }
    if (tell) for (const [slug, group] of groups) this.reportClash(kind.kind, slug, group);
    return new Map([...groups].sort(([a], [b]) => compareText(a, b)));
  }

  private reportInUse(kind: FeedKind, name: string, groups: ReadonlyMap<string, Group>): void {
    const file = groups.get(feedSlug(name))?.articles[0]?.source.path ?? '';
    const message = `The ${kind} "${name}" has another name by the settings, but is still written here: its feed stays.`;
    this.diagnostics.push(diagnose('FW027', { file, message }));
  }

  private reportClash(kind: FeedKind, slug: string, group: Group): void {
    for (const [name, article] of group.others) {
      const message = `The ${kind}s "${group.name}" and "${name}" have one address, ${slug}/, and share a feed.`;
      this.diagnostics.push(diagnose('FW024', { file: article.source.path, message }));
    }
  }
}

/**
 * Every article stands whole in the archive of everything, and of its language. In those of its section, tags and authors
 * it would stand whole some five times more.
 */
function archiveContentOf(
  { kind }: FeedIdentity,
  { content, archiveContent }: FeedSite,
): Feed['archiveContent'] {
  const isWhole = kind === 'all' || kind === 'language' || archiveContent === 'full';
  return isWhole ? content : 'summary';
}

/** The title of a feed in lists of subscriptions; one that holds a single language differs from that of all. */
function titleOf(identity: FeedIdentity, language: string, own: OwnSettings, site: FeedSite): string {
  const { kind, name, only } = identity;
  const siteTitle = site.languages[language]?.title ?? site.title;
  const isPlain = kind === 'all' || kind === 'language';
  const title = isPlain ? siteTitle : `${siteTitle}: ${own.title ?? name}`;
  const isDistinct = !only || (isPlain && siteTitle !== site.title);
  return isDistinct ? title : `${title} (${siteWords(site, only).languageName})`;
}

interface Group {
  /** As the newest article writes it. */
  name: string;
  articles: PublishedArticle[];
  /** Other names of the same folder, each with the first article that has it. */
  others: Map<string, PublishedArticle>;
}

interface OwnSettings {
  title?: string | undefined;
  description?: string | undefined;
  limit?: number | undefined;
  archives?: boolean | undefined;
}

/** The language that all of these are in; that of the site where there are several. */
function commonLanguage(articles: readonly PublishedArticle[], site: FeedSite): string {
  const first = articles[0]?.language ?? site.language;
  return articles.every(({ language }) => language === first) ? first : site.language;
}
