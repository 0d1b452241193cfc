import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Recognised, recognise } from '../../dialects/recognise.js';
import { identityFileName } from '../../identity/identity-file.js';
import { generator } from '../../platform/generator.js';
import { articleText } from './article-text.js';
import { type NewSite, settingsText } from './settings-text.js';

/** What there is to begin with. */
export interface InitRequest extends NewSite {
  /** Folder of the site, absolute. */
  root: string;
  /** Also write a workflow for GitHub Actions. */
  workflow: boolean;
  now: Date;
}

/** What a beginning wrote, and what it left as it was. */
export interface InitReport {
  written: string[];
  kept: string[];
  /** The site of another tool that was there. */
  recognised?: Recognised;
}

/** The settings that would be found first; where one is there, the site has begun. */
const settingsFile = 'feedwright.config.yaml';

const schemaForEditors =
  '# yaml-language-server: $schema=../node_modules/feedwright/schemas/front-matter.json\n';

/**
 * Begins a site: settings, a first article, the file that remembers ids, and a line in `.gitignore`. Where a site of
 * another tool is, only settings and the file of ids. Nothing that is there is overwritten.
 */
export function initSite(request: InitRequest): InitReport {
  const { root } = request;
  const report: InitReport = { written: [], kept: [] };
  const write = (path: string, text: string) => {
    const file = join(root, path);
    if (existsSync(file)) {
      report.kept.push(path);
      return;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    report.written.push(path);
  };
  const recognised = recognise(root, undefined);
  const isForeign = recognised.dialect.name !== 'plain';
  if (isForeign) report.recognised = recognised;
  const hasPackage = existsSync(join(root, 'node_modules/feedwright/schemas'));
  write(settingsFile, settingsText(request, report.recognised?.dialect, hasPackage));
  write(identityFileName, '');
  if (!isForeign) {
    const words = request.language.startsWith('ru') ? firstArticle.ru : firstArticle.en;
    const first = { ...words, date: request.now, timezone: request.timezone };
    write('articles/first.md', articleText(first, hasPackage ? schemaForEditors : ''));
  }
  if (request.workflow) write('.github/workflows/feeds.yml', workflow);
  ignore(root, ['dist/', 'node_modules/'], report);
  return report;
}

/** The article that a new site begins with: it is published until somebody changes it. */
const firstArticle = {
  en: {
    title: 'The first article',
    text: 'This site is new, and this is its first article. More will follow.',
  },
  ru: { title: 'Первая статья', text: 'Это первая статья нового сайта. Скоро появятся другие.' },
};

/** Adds lines to `.gitignore`, unless they are there. */
function ignore(root: string, lines: readonly string[], report: InitReport): void {
  const file = join(root, '.gitignore');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const known = new Set(before.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = lines.filter((line) => !known.has(line.replace(/\/$/, '')));
  if (missing.length === 0) return;
  const separator = before === '' || before.endsWith('\n') ? '' : '\n';
  writeFileSync(file, `${before}${separator}${missing.join('\n')}\n`);
  report.written.push('.gitignore');
}

/**
 * Each job has the rights that it needs and no more. What a pull request proposes is built without running any program of
 * it: feedwright is installed outside of the checkout, whose `.npmrc` could name another registry.
 */
const workflow = `name: Feeds
on:
  push:
    branches: [main]
  pull_request:
permissions: {}
jobs:
  feeds:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Install feedwright
        working-directory: \${{ runner.temp }}
        run: npm install --prefix feedwright --no-save --ignore-scripts ${generator.name}@${generator.version}
      - name: Build
        run: node "$RUNNER_TEMP/feedwright/node_modules/feedwright/lib/cli.js" build \${{ github.event_name == 'pull_request' && '--untrusted' || '' }}
      - uses: actions/upload-pages-artifact@v3
        if: github.event_name == 'push'
        with:
          path: dist
  publish:
    if: github.event_name == 'push'
    needs: feeds
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
    steps:
      - uses: actions/deploy-pages@v4
`;
