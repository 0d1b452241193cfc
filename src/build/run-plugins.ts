import * as z from 'zod';
import { type Article, fieldsOf } from '../articles/article.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Feed } from '../feeds/feed.js';
import { type ArticleChanges, articleChanges, feedChanges, type Plugin } from '../plugins/plugin.js';
import { type Document, textOfDocument } from '../publish/document.js';
import { oneLine } from '../text/plain-text.js';

const documentText = z.string().optional();

/** Media types of the documents that plugins are asked about. */
const texts = /^text\/|[/+](xml|json|javascript)\b|^application\/json/;

/**
 * Asks the plugins of a site. What one does wrong is a problem of the file that it was asked about, FW080, and the
 * next one sees what was there before.
 */
export class Plugins {
  readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly plugins: readonly Plugin[]) {}

  /** The articles as the plugins want them. */
  articles(articles: readonly Article[]): readonly Article[] {
    const asked = this.plugins.filter(({ article }) => article);
    if (asked.length === 0) return articles;
    return articles.map((read) => {
      let article = read;
      for (const plugin of asked) {
        const ask = () =>
          articleChanges
            .optional()
            .parse(atOnce(plugin.article?.({ ...article, fields: fieldsOf(article) })));
        const changes = this.attempt(plugin, 'article', article.source.path, ask);
        if (changes) article = { ...withChanges(article, changes), offsets: offsetsAfter(changes, article) };
      }
      return article;
    });
  }

  /** The feeds as the plugins want them. */
  feeds(feeds: readonly Feed[]): Feed[] {
    const asked = this.plugins.filter(({ feed }) => feed);
    return feeds.map((planned) => {
      let feed = planned;
      for (const plugin of asked) {
        const ask = () => {
          const changes = feedChanges.optional().parse(atOnce(plugin.feed?.(feed)));
          requireOwn(changes?.articles, feed);
          return changes;
        };
        feed = withChanges(feed, this.attempt(plugin, 'feed', feed.path || '/', ask));
      }
      return feed;
    });
  }

  /** A document as the plugins want it; one that is no text stays as it is. */
  document(document: Document): Document {
    const asked = this.plugins.filter((plugin) => plugin.document);
    if (asked.length === 0 || !texts.test(document.mediaType)) return document;
    const { path, mediaType } = document;
    const before = textOfDocument(document);
    let text = before;
    for (const plugin of asked) {
      const ask = () => documentText.parse(atOnce(plugin.document?.({ path, mediaType, text })));
      text = this.attempt(plugin, 'document', path, ask) ?? text;
    }
    const content = () => [Buffer.from(text)];
    return text === before ? document : { ...document, content, key: undefined };
  }

  private attempt<Answer>(
    { name }: Plugin,
    hook: string,
    file: string,
    ask: () => Answer,
  ): Answer | undefined {
    try {
      return ask();
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      const message = `The plugin "${name}" failed in "${hook}": ${oneLine(reason)}`;
      this.diagnostics.push(diagnose('FW080', { file, message }));
      return undefined;
    }
  }
}

/** A promise has no properties that could be told to be wrong. */
function atOnce(answer: unknown): unknown {
  if (answer instanceof Promise) throw new Error('it is asynchronous');
  return answer;
}

/** An article that is not in a feed can't be put into it: it has no address there. */
function requireOwn(articles: Feed['articles'] | undefined, feed: Feed): void {
  const own = new Set(feed.articles);
  if (articles?.some((article) => !own.has(article)))
    throw new Error('articles has one that is not of this feed');
}

/** A date that a plugin gives is shown by the clocks of the site. */
function offsetsAfter({ date, updated }: ArticleChanges, { offsets }: Article): Article['offsets'] {
  return { date: date ? undefined : offsets.date, updated: updated ? undefined : offsets.updated };
}

/** A property that is `undefined` changes nothing. */
function withChanges<Whole extends object>(whole: Whole, changes: object | undefined): Whole {
  if (!changes) return whole;
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...whole, ...Object.fromEntries(given) };
}
