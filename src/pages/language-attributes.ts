import { directionOf } from '../language/direction.js';
import { type Html, html } from './html.js';

/**
 * The attributes that tell the language of an element, and its direction where that is another one than around it
 * (HTML, `lang` and `dir`).
 *
 * @param around language of what the element stands in; a document stands in nothing, and is written from the left
 */
export function languageAttributes(language: string, around?: string): Html | '' {
  if (language === around) return '';
  const direction = directionOf(language);
  const isOther = direction !== (around === undefined ? 'ltr' : directionOf(around));
  return html` lang="${language}"${isOther && html` dir="${direction}"`}`;
}
