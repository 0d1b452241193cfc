import type { PublishedArticle } from '../articles/article.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { matches } from './collection-filter.js';
import type { Feed, FeedIdentity, FeedKind } from './feed.js';
import { isFeedFolder } from './feed-folder.js';
import type { FeedSite } from './feed-site.js';
import { feedSlug } from './feed-slug.js';
import { commonLanguage, extentOf, type OwnSettings, titleOf } from './feed-terms.js';
import { bySlug, formerNames, formerPath, mentionedSlugs, type SettingsBySlug } from './former-names.js';
import { type Group, groupBySlug } from './group-by-slug.js';
import { episodesOf, podcastOf } from './podcasts/plan-podcast.js';
import type { Podcast } from './podcasts/podcast.js';
import { type RememberedFeeds, settleFeeds, type UnsettledFeed } from './settle-feeds.js';

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
 * Decides which feeds a site has, and which articles each of them holds: the main feed, and each section, tag and author,
 * the collections and the podcasts of the settings. Where there are several languages, the main feed and those of sections
 * are in the site's own language, and each other language has such feeds in a folder of its own (`ru/`), unless the settings
 * want one feed of all languages.
 *
 * @param all newest first; those that are to be in no feed count for the languages of the site alone
 * @param known feeds of earlier builds: one whose articles are gone stays, empty, since people subscribed to it
 * @param remembered those of `feedwright.lock`, and the address at which the site was first published: the id of a feed
 *   is the address that it had first (RFC 4287, 4.2.6), and what it was called before leads to it
 * @returns the feeds, FW024 for two names that would share a folder, and FW027 for a former name still in use
 */
export function planFeeds(
  all: readonly PublishedArticle[],
  site: FeedSite,
  known: readonly FeedIdentity[],
  remembered: RememberedFeeds = { feeds: [] },
): PlannedFeeds {
  const articles = all.filter(({ inFeeds }) => inFeeds !== 'none');
  const languages = site.feeds.languages.make ? languagesOf(all, site) : [];
  // Where nothing is in the site's own language, the main feed is of all languages.
  const home = languages.includes(site.language) ? site.language : undefined;
  const planner = new Planner(articles, site, home, movedFolders(known, languages, home));
  const inLanguage = (language: string | undefined) =>
    language === undefined ? articles : articles.filter((article) => article.language === language);
  planner.add(
    { kind: 'all', name: '', path: '', ...(home ? { only: home } : {}) },
    inLanguage(home),
    site.language,
  );
  const others = languages.filter((language) => language !== home);
  for (const language of others) {
    const identity: FeedIdentity = {
      kind: 'language',
      name: language,
      path: `${feedSlug(language)}/`,
      only: language,
    };
    const { limit, content, archives } = site.feeds.languages;
    planner.add(identity, inLanguage(language), language, { limit, content, archives });
  }
  for (const kind of named) {
    if (!site.feeds[kind.setting].make) continue;
    const isByLanguage = kind.kind === 'section';
    planner.addNamed(kind, isByLanguage ? inLanguage(home) : articles, isByLanguage ? home : undefined);
    for (const language of isByLanguage ? others : []) planner.addNamed(kind, inLanguage(language), language);
  }
  planner.addCollections();
  planner.addPodcasts();
  planner.addKnown(known);
  return { feeds: settleFeeds(planner.feeds, remembered, site.url), diagnostics: planner.diagnostics };
}

/** Languages of the site, its own first; none where there is only one. */
export function languagesOf(articles: readonly PublishedArticle[], site: FeedSite): string[] {
  const found = new Set(articles.map(({ language }) => language));
  const all = [...new Set([site.language, ...Object.keys(site.languages), ...[...found].sort()])];
  const used = all.filter((language) => found.has(language) || language in site.languages);
  return used.length > 1 ? used : [];
}

/**
 * Folders of earlier versions by the folders that took their place: the site's own language had one (`en/`) beside the
 * main feed, and sections without a folder of a language were of all languages.
 */
function movedFolders(
  known: readonly FeedIdentity[],
  languages: readonly string[],
  home: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const moved = new Map<string, string[]>();
  if (home === undefined) return moved;
  const move = (to: string, from: string) => moved.set(to, [...(moved.get(to) ?? []), from]);
  const own = `${feedSlug(home)}/`;
  for (const { kind, path, only } of known) {
    if (kind !== 'language' && kind !== 'section') continue;
    if (only === home && path.startsWith(own)) move(path.slice(own.length), path);
    // Another language was the site's own before.
    else if (only !== undefined && only !== home && !path.startsWith(`${feedSlug(only)}/`))
      move(`${feedSlug(only)}/${path}`, path);
    else if (only === undefined)
      for (const language of languages) move(`${feedSlug(language)}/${path}`, path);
  }
  return moved;
}

class Planner {
  readonly feeds: UnsettledFeed[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly names: Readonly<Record<NamedKind['setting'], SettingsBySlug>>;

  constructor(
    private readonly articles: readonly PublishedArticle[],
    private readonly site: FeedSite,
    private readonly home: string | undefined,
    private readonly moved: ReadonlyMap<string, readonly string[]>,
  ) {
    const { sections, tags, authors } = site.feeds;
    this.names = { sections: bySlug(sections), tags: bySlug(tags), authors: bySlug(authors) };
  }

  add(
    identity: FeedIdentity,
    articles: readonly PublishedArticle[],
    language: string,
    own: OwnSettings = {},
    renamed: readonly string[] = [],
    podcast?: Podcast,
  ): void {
    const { site } = this;
    const about = site.languages[language]?.description ?? site.description;
    this.feeds.push({
      ...identity,
      former: [...renamed, ...(this.moved.get(identity.path) ?? [])],
      title: titleOf(identity, language, own, site),
      description: own.description ?? about,
      language,
      articles,
      ...extentOf(identity, own, site, this.home !== undefined),
      ...(podcast ? { podcast } : {}),
    });
  }

  addNamed(kind: NamedKind, articles: readonly PublishedArticle[], only: string | undefined): void {
    const { minArticles } = this.site.feeds[kind.setting];
    const prefix = only && only !== this.home ? `${feedSlug(only)}/` : '';
    const isFirst = !only || this.home !== undefined;
    const groups = groupBySlug(articles, kind.namesOf);
    // What the settings mention is wanted, however little there is of it.
    const mentioned = mentionedSlugs(this.names[kind.setting]);
    if (isFirst) for (const [slug, group] of groups) this.reportClash(kind.kind, slug, group);
    for (const [slug, group] of groups) {
      const name = group.name;
      if (group.articles.length < minArticles && !mentioned.has(slug)) continue;
      const path = `${prefix}${kind.setting}/${slug}/`;
      const identity: FeedIdentity = { kind: kind.kind, name, path, ...(only ? { only } : {}) };
      const formerly = this.addWithSettings(kind, identity, group.articles);
      const inUse = formerly.find((former) => groups.has(feedSlug(former)));
      if (inUse !== undefined && isFirst) this.reportInUse(kind.kind, inUse, groups);
    }
  }

  /** Adds a feed with what settings say of its name, however that is written; gives the names that it had before. */
  private addWithSettings(
    kind: NamedKind,
    identity: FeedIdentity,
    articles: readonly PublishedArticle[],
  ): readonly string[] {
    const { minArticles: _, names: __, ...ofKind } = this.site.feeds[kind.setting];
    const { formerly: ___, ...ofName } = this.names[kind.setting].get(feedSlug(identity.name)) ?? {};
    const formerly = formerNames(identity.name, this.names[kind.setting]);
    const former = formerly.map((name) => formerPath(identity.path, name));
    const language = identity.only ?? commonLanguage(articles, this.site);
    this.add(identity, articles, language, { ...ofKind, ...ofName }, former);
    return formerly;
  }

  addCollections(): void {
    for (const { slug, where, title, ...own } of this.site.feeds.collections) {
      const articles = this.articles.filter((article) => matches(article, where));
      const identity: FeedIdentity = { kind: 'collection', name: title, path: `${slug}/` };
      this.add(identity, articles, where.language ?? commonLanguage(articles, this.site), { ...own, title });
    }
  }

  addPodcasts(): void {
    for (const settings of this.site.podcast) {
      const articles = episodesOf(settings, this.articles, this.site);
      const { slug, title = this.site.title, description, limit, language } = settings;
      const identity: FeedIdentity = { kind: 'podcast', name: title, path: `${slug}/` };
      const own = { title: settings.title, description, limit, content: 'episode', archives: false } as const;
      const podcast = podcastOf(settings, this.site);
      const former = settings.formerly.map((folder) => `${folder}/`);
      this.add(identity, articles, language ?? commonLanguage(articles, this.site), own, former, podcast);
    }
  }

  /** Feeds that people may have subscribed to before stay where they were. */
  addKnown(known: readonly FeedIdentity[]): void {
    const paths = new Set(this.feeds.flatMap(({ path, former }) => [path, ...former]));
    for (const identity of known) {
      const kind = named.find((candidate) => candidate.kind === identity.kind);
      if (!kind || paths.has(identity.path) || !this.site.feeds[kind.setting].make) continue;
      const usual = new RegExp(`^(?:[^/]+/)?${kind.setting}/[^/]+/$`);
      if (!usual.test(identity.path) || !isFeedFolder(identity.path)) continue;
      paths.add(identity.path);
      const articles = this.articles.filter(
        (article) =>
          (!identity.only || article.language === identity.only) &&
          kind.namesOf(article).some((name) => feedSlug(name) === feedSlug(identity.name)),
      );
      this.addWithSettings(kind, identity, articles);
    }
  }

  private reportInUse(kind: FeedKind, name: string, groups: ReadonlyMap<string, Group>): void {
    const file = groups.get(feedSlug(name))?.articles[0]?.source.path ?? '';
    const message = `The ${kind} "${name}" was renamed in the settings, but is still used here, so its feed is kept.`;
    this.diagnostics.push(diagnose('FW027', { file, message }));
  }

  private reportClash(kind: FeedKind, slug: string, group: Group): void {
    for (const [name, article] of group.others) {
      const message = `The ${kind}s "${group.name}" and "${name}" have the same address, ${slug}/, and share a feed.`;
      this.diagnostics.push(diagnose('FW024', { file: article.source.path, message }));
    }
  }
}
