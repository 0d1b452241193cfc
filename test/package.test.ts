import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { article, folderWith } from './support/site-folder.js';

const test = suite('package');

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Packages that a file loads, whether with `import`, `import()` or `require`. */
function packagesIn(text: string): string[] {
  const names = text.matchAll(/(?:from|import|require)\s*\(?\s*['"`]((?:@[\w-]+\/)?[a-z][\w.-]*)/g);
  return [...names].map(([, name = '']) => name).filter((name) => name !== 'node' && name !== 'feedwright');
}

test('what the program loads is installed with it, and what is installed is loaded', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const used = files.flatMap((file) => packagesIn(readFileSync(join('src', file), 'utf8')));
  assert.equal([...new Set(used)].sort(), Object.keys(dependencies).sort());
});

/** Packs the project, and unpacks it into the `node_modules` of an empty folder, beside what it depends on. */
function installed(): string {
  const cwd = folderWith({ 'package.json': '{"type":"module"}' });
  const packed = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', cwd], {
    encoding: 'utf8',
  });
  assert.is(packed.status, 0, packed.stderr);
  const tarball = readdirSync(cwd).find((name) => name.endsWith('.tgz')) ?? '';
  mkdirSync(join(cwd, 'node_modules'));
  assert.is(spawnSync('tar', ['-xzf', join(cwd, tarball), '-C', join(cwd, 'node_modules')]).status, 0);
  renameSync(join(cwd, 'node_modules/package'), join(cwd, 'node_modules/feedwright'));
  for (const name of [...Object.keys(dependencies), '@types']) {
    mkdirSync(join(cwd, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(cwd, 'node_modules', name), 'dir');
  }
  return cwd;
}

test('the command and the typed library work where it was installed', () => {
  const program =
    "import { build, defineConfig, type Plugin } from 'feedwright';\n\
const plugins: Plugin[] = [];\n\
const { ok, files } = await build(defineConfig({ url: 'https://example.org', plugins }));\n\
if (!ok || files.length === 0) throw new Error('not built');\n\
export const count: number = files.length;\n";
  const cwd = installed();
  mkdirSync(join(cwd, 'articles'));
  writeFileSync(join(cwd, 'articles/a.md'), article({ title: 'A', date: '2021-09-02' }));
  writeFileSync(join(cwd, 'program.ts'), program);
  const tsc = resolve('node_modules/typescript/bin/tsc');
  for (const [module, resolution] of [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    const options = ['--module', module, '--moduleResolution', resolution, '--target', 'es2022', '--strict'];
    const checked = spawnSync(process.execPath, [tsc, 'program.ts', ...options, '--types', 'node'], {
      cwd,
      encoding: 'utf8',
    });
    assert.is(checked.status, 0, `${resolution}: ${checked.stdout}`);
    const ran = spawnSync(process.execPath, ['program.js'], { cwd, encoding: 'utf8' });
    assert.is(ran.status, 0, ran.stderr);
  }
  const command = join(cwd, 'node_modules/feedwright/lib/cli.js');
  const built = spawnSync(process.execPath, [command, '--url', 'https://example.org'], {
    cwd,
    encoding: 'utf8',
  });
  assert.is(built.status, 0, built.stderr);
  for (const path of [
    'schemas/settings.json',
    'schemas/front-matter.json',
    'src/pages/theme/feedwright.css',
  ]) {
    assert.ok(existsSync(join(cwd, 'node_modules/feedwright', path)), path);
  }
});

test('what resolves packages finds no fault with it', async () => {
  // Packing would compile anew what other tests are running.
  process.env.npm_config_ignore_scripts = 'true';
  const { messages } = await publint({ pkgDir: '.', strict: true });
  assert.equal(messages, []);
  const attw = resolve('node_modules/.bin/attw');
  const told = spawnSync(attw, ['--pack', '.', '--profile', 'esm-only', '--no-color'], { encoding: 'utf8' });
  assert.is(told.status, 0, told.stdout);
});

test('the manual page is named as npm wants it, which links no other', () => {
  const { man, files } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.equal(man, ['man/feedwright.1']);
  assert.ok(files.includes('man') && existsSync('man/feedwright.1'));
});

test('a packed package has no script that npm could warn of, and the folder has its package.json back', () => {
  const whole = readFileSync('package.json', 'utf8');
  const cwd = folderWith({ 'package.json': whole });
  const manifest = () => readFileSync(join(cwd, 'package.json'), 'utf8');
  const run = (step: string) => {
    const args = ['--import', import.meta.resolve('tsx'), resolve('scripts/pack-manifest.ts'), step];
    assert.is(spawnSync(process.execPath, args, { cwd }).status, 0, step);
  };
  run('before');
  const { scripts, devDependencies, ...packed } = JSON.parse(whole);
  assert.ok(scripts.prepack && scripts.postpack && devDependencies);
  assert.equal(JSON.parse(manifest()), packed);
  // Packing was interrupted, and begins again.
  run('before');
  run('after');
  assert.is(manifest(), whole);
  assert.equal(readdirSync(cwd), ['package.json']);
});

test.run();
