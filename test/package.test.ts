import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('package');

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Packages that a file loads, whether with `import`, `import()` or `require`. */
function packagesIn(text: string): string[] {
  const names = text.matchAll(/(?:from|import|require)\s*\(?\s*['"`]((?:@[\w-]+\/)?[a-z][\w-]*)/g);
  return [...names].map(([, name = '']) => name).filter((name) => name !== 'node' && name !== 'feedwright');
}

test('what the program loads is installed with it, and what is installed is loaded', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const used = files.flatMap((file) => packagesIn(readFileSync(join('src', file), 'utf8')));
  assert.equal([...new Set(used)].sort(), Object.keys(dependencies).sort());
});

test.run();
