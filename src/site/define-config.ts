import type { SettingsInput } from './settings.js';

/**
 * Settings in a program, with completion and checks in the editor.
 *
 * @example
 * // feedwright.config.ts
 * export default defineConfig({
 *   url: 'https://example.org',
 *   plugins: [{ name: 'shout', article: ({ title }) => ({ title: title.toUpperCase() }) }],
 * });
 */
export function defineConfig(settings: SettingsInput): SettingsInput {
  return settings;
}
