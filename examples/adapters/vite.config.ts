// vite.config.ts: Vite builds the application, and feedwright adds feeds. If Vite writes a page for each article,
// feeds({ url, rendered: 'dist' }) takes the texts from these pages.
import { type BuildRequest, build } from 'feedwright';

/** The part of Vite's plugin API that is used here. */
interface VitePlugin {
  name: string;
  apply: 'build';
  configResolved(config: { root: string; build: { outDir: string } }): void;
  closeBundle(): Promise<void>;
}

/** Writes feeds into the folder that Vite built. */
export function feeds(settings: BuildRequest = {}): VitePlugin {
  let where = { cwd: '.', out: 'dist' };
  return {
    name: 'feedwright',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      where = { cwd: root, out: outDir };
    },
    async closeBundle() {
      const { ok, diagnostics } = await build({ pages: false, ...settings, ...where });
      for (const { level, file, line, message } of diagnostics)
        console.log(`${level} ${file}:${line} ${message}`);
      if (!ok) throw new Error('The feeds were not published.');
    },
  };
}

export default { plugins: [feeds({ url: 'https://example.org' })] };
