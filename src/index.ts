/**
 * feedwright as a library: the same pipeline as the command, without printing.
 *
 * @module
 */
export type { Article, Author, PublishedArticle } from './articles/article.js';
export { fieldsOf } from './articles/article.js';
export type { ArticleImage, Enclosure, Episode } from './articles/enclosure.js';
export type { LeftOut, LeftOutReason } from './articles/select-published.js';
export { build, check } from './build/build.js';
export type { BuildReport, BuildRequest, CheckReport, CheckRequest } from './build/report.js';
export type { DiagnosticLevel } from './diagnostics/code-entry.js';
export { codes, type DiagnosticCode } from './diagnostics/codes.js';
export type { Diagnostic } from './diagnostics/diagnostic.js';
export { UsageError, type UsageProblem } from './diagnostics/usage-error.js';
export type { Feed, FeedIdentity, FeedKind } from './feeds/feed.js';
export { Html, html } from './pages/html.js';
export type { ArticleView, HeaderView, ListView } from './pages/templates.js';
export type {
  ArticleChanges,
  ArticleHook,
  DocumentHook,
  FeedChanges,
  FeedHook,
  Plugin,
  TextDocument,
} from './plugins/plugin.js';
export type { PublishedFile } from './publish/destination.js';
export { PublishError } from './publish/publish-error.js';
export { defineConfig } from './site/define-config.js';
export type { Settings, SettingsInput } from './site/settings.js';
export type { Site } from './site/site.js';
