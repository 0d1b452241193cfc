import { problemsPage } from './problems-page.js';
import { settingsPage } from './settings-page.js';

/** Every page of the documentation that is made from the code, by its path. */
export function generatedDocs(): Record<string, string> {
  return { 'docs/settings.md': settingsPage(), 'docs/problems.md': problemsPage() };
}
