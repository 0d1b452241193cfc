// astro.config.ts: Astro builds the pages, and feedwright adds feeds with the text of those pages.
import { fileURLToPath } from 'node:url';
import { type BuildRequest, build } from 'feedwright';

/** The part of Astro's integration API that is used here (astro:build:done). */
interface Integration {
  name: string;
  hooks: { 'astro:build:done'(options: { dir: URL }): Promise<void> };
}

/** Writes feeds into the folder that Astro built. */
export function feeds(settings: BuildRequest = {}): Integration {
  return {
    name: 'feedwright',
    hooks: {
      async 'astro:build:done'({ dir }) {
        const out = fileURLToPath(dir);
        const request = { articles: 'src/content', rendered: out, ...settings, out };
        const { ok, diagnostics } = await build(request);
        for (const { level, file, line, message } of diagnostics)
          console.log(`${level} ${file}:${line} ${message}`);
        if (!ok) throw new Error('The feeds were not published.');
      },
    },
  };
}

// In a project: export default defineConfig({ site, integrations: [feeds({ url: site })] }) with Astro's defineConfig.
export default { site: 'https://example.org', integrations: [feeds({ url: 'https://example.org' })] };
