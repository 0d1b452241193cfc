/**
 * Bundles the command, the library and the threads that help it into `lib`, with the packages that every build
 * needs: one file is read faster than five hundred.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Packages that are loaded by some builds only; they stay where they are installed. */
const onDemand = [
  'chokidar',
  'fast-xml-parser',
  'feedsmith',
  'http-compression',
  'jiti',
  'mediainfo.js',
  'music-metadata',
  'serve-static',
  'turndown',
];

/** Things that packages do on loading, and the bundle leaves out. */
const changes: readonly { file: RegExp; from: string; to: string }[] = [
  // yargs looks for its translations beside itself, which would be outside of this package. There are none for English.
  { file: /yargs[\\/]lib[\\/]platform-shims[\\/]esm\.mjs$/, from: "'../../../locales'", to: "'../locales'" },
  // js-yaml loads a parser of JavaScript for functions in YAML, which are never read here.
  { file: /js-yaml[\\/]type[\\/]js[\\/]function\.js$/, from: "_require('esprima')", to: 'undefined' },
];

const changed: Plugin = {
  name: 'changed packages',
  setup({ onLoad }) {
    for (const { file, from, to } of changes) {
      onLoad({ filter: file }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        const contents = code.replace(from, to);
        if (contents === code) throw new Error(`${path} no longer has ${from}.`);
        return { contents, loader: 'js' };
      });
    }
  },
};

const { metafile } = await build({
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    'read-worker': 'src/workers/read-worker.ts',
    'render-worker': 'src/workers/render-worker.ts',
    'media-worker': 'src/workers/media-worker.ts',
  },
  outdir: 'lib',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: [...onDemand, '@truto/turndown-plugin-gfm'],
  chunkNames: 'part-[hash]',
  plugins: [changed],
  minifySyntax: true,
  minifyWhitespace: true,
  // Packages that are CommonJS ask for those of Node so.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
  metafile: true,
});

/** The licences of the packages whose code is in the bundle, as they ask for. */
function licences(inputs: Iterable<string>): string {
  const folders = [...inputs].flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? readFileSync(join(folder, file), 'utf8') : licenceIn(join(folder, 'package.json'));
    return `${folder.replace(/^.*node_modules\//, '')}\n\n${text.trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

function licenceIn(file: string): string {
  const { license, author } = JSON.parse(readFileSync(file, 'utf8'));
  return `${license} licence, ${typeof author === 'object' ? author.name : author}`;
}

writeFileSync('lib/licences.txt', licences(Object.keys(metafile.inputs)));

// Parts of earlier bundles have other names.
const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync('lib'))
  if (/^part-.*\.js$/.test(name) && !made.has(name)) rmSync(join('lib', name));
