import { z } from 'zod';
import { settingsSchema } from '../src/site/settings.js';
import { architecturePage } from './architecture-page.js';
import { commandsPage } from './commands-page.js';
import { frontMatterPage, frontMatterSchema } from './front-matter-page.js';
import { manualPage } from './manual-page.js';
import { problemsPage } from './problems-page.js';
import { scalePage } from './scale-page.js';
import { settingsPage } from './settings-page.js';

/** Every page of the documentation that is made from the code, by its path. */
export function generatedDocs(): Record<string, string> {
  return {
    'docs/architecture.md': architecturePage(),
    'docs/settings.md': settingsPage(),
    'docs/problems.md': problemsPage(),
    'docs/scale.md': scalePage(),
    'docs/front-matter.md': frontMatterPage(),
    'docs/commands.md': commandsPage(),
    'man/feedwright.1': manualPage(),
    'schemas/settings.json': schemaText(),
    'schemas/front-matter.json': frontMatterSchema(),
  };
}

/** JSON Schema of the settings, for editors. */
function schemaText(): string {
  const schema = z.toJSONSchema(settingsSchema, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // The check for a beginning is a pattern already; no editor knows this name for it.
      if (jsonSchema.format === 'starts_with') delete jsonSchema.format;
    },
  });
  return `${JSON.stringify({ ...schema, title: 'Settings of feedwright' }, null, 2)}\n`;
}
