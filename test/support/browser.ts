import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type ConditionalSuite, suiteWithPrograms } from './available.js';
import { type Served, serve } from './serve.js';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** A suite that opens pages in Chromium; where none is installed it skips and says so. */
export function suiteInBrowser(name: string): ConditionalSuite {
  return suiteWithPrograms(name, { [executable ?? 'chromium']: ['--version'] });
}

/** A published folder, served on loopback and open in a browser. */
export interface Visit {
  origin: string;
  browser: Browser;
  /** A new visitor, with nothing remembered. */
  visitor(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Serves a folder as most servers do, and starts a browser. XML feeds are sent so that a browser shows them. */
export async function visit(folder: string): Promise<Visit> {
  const served: Served = await serve(folder, {
    'rss.xml': 'application/xml',
    'atom.xml': 'application/xml',
  });
  const browser = await chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  return {
    origin: served.origin,
    browser,
    async visitor(options = {}) {
      const context = await browser.newContext(options);
      // The compiler of the tests names functions with a helper that pages don't have.
      await context.addInitScript('globalThis.__name = (value) => value;');
      return context;
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** Serves a folder and opens a browser for as long as something is checked. */
export async function duringVisit(folder: string, check: (site: Visit) => Promise<void>): Promise<void> {
  const open = await visit(folder);
  try {
    await check(open);
  } finally {
    await open.close();
  }
}

/** Addresses outside of an origin that a page asked for. */
export function foreignRequests(page: Page, origin: string): string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) urls.push(request.url());
  });
  return urls;
}
