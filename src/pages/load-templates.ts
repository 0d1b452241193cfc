import { UsageError, type UsageProblem } from '../diagnostics/usage-error.js';
import { reasonOf } from '../platform/reason.js';
import { loadModule } from '../site/load-module.js';
import type { Site } from '../site/site.js';
import { Html } from './html.js';
import type { Templates } from './templates.js';

/**
 * Loads the parts of pages that a site writes itself: modules whose default export is a function that returns
 * {@link Html}, or a text that is HTML already.
 *
 * @throws UsageError where a module cannot be loaded, or exports no function
 */
export async function loadTemplates(site: Site): Promise<Templates> {
  const problems: UsageProblem[] = [];
  const load = async (name: string, file: string | undefined) => {
    if (!file) return undefined;
    try {
      const template = await loadModule(file);
      if (typeof template === 'function') return (view: unknown) => asHtml(template(view), file);
      problems.push({ message: `templates.${name}: ${file} has no function as its default export.` });
    } catch (error) {
      const reason = reasonOf(error);
      problems.push({ message: `templates.${name}: ${file} cannot be loaded: ${reason}` });
    }
    return undefined;
  };
  const [header, article, list] = [
    await load('header', site.templates.header),
    await load('article', site.templates.article),
    await load('list', site.templates.list),
  ];
  if (problems.length > 0) throw new UsageError(problems);
  return { header, article, list };
}

function asHtml(made: unknown, file: string): Html {
  if (Html.is(made)) return made;
  if (typeof made === 'string') return new Html(made);
  throw new UsageError([
    { message: `The template ${file} returned no HTML.`, hint: 'Return html`...` or a text.' },
  ]);
}
