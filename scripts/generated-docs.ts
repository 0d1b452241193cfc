import { z } from 'zod';
import { settingsSchema } from '../src/site/settings.js';
import { problemsPage } from './problems-page.js';
import { settingsPage } from './settings-page.js';

/** Every page of the documentation that is made from the code, by its path. */
export function generatedDocs(): Record<string, string> {
  return {
    'docs/settings.md': settingsPage(),
    'docs/problems.md': problemsPage(),
    'schema.json': schemaText(),
  };
}

/** JSON Schema of the settings, for editors. */
function schemaText(): string {
  const schema = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...schema, title: 'Settings of feedwright' }, null, 2)}\n`;
}
