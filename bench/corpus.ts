import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../test/support/random.js';

const words =
  'region lake ferry school budget harvest library hospital road museum bus energy market council river forum театр мост форум школа рынок'.split(
    ' ',
  );
const sections = ['society', 'economy', 'health', 'culture', 'sport', 'science'];
const tags = Array.from({ length: 40 }, (_, index) => `tag-${index + 1}`);

/**
 * Writes articles of about 4 kB each, the same bytes every time, below `content`, so that Hugo reads them too.
 *
 * @param folder made, if it is not there; otherwise taken as it is
 */
export function makeCorpus(folder: string, count: number): void {
  if (existsSync(folder)) return;
  const random = randomFrom(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const sentence = () => {
    const text = Array.from({ length: 8 + Math.floor(random() * 12) }, () => pick(words)).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 6 }, sentence).join(' ');
  const step = (Date.UTC(2026, 0, 1) - Date.UTC(2005, 0, 1)) / count;
  for (let index = 0; index < count; index += 1) {
    const date = new Date(Date.UTC(2005, 0, 1) + index * step).toISOString();
    const own = [...new Set([pick(tags), pick(tags), pick(tags)])];
    const lines = [
      '---',
      `title: "${sentence().slice(0, 60)} № ${index + 1}"`,
      `date: ${date}`,
      `description: "${sentence()}"`,
      `categories: [${pick(sections)}]`,
      `tags: [${own.join(', ')}]`,
      `author: Author ${1 + Math.floor(random() * 12)}`,
      ...(random() < 0.02 ? ['draft: true'] : []),
      '---',
      '',
      `${paragraph()} [A link](/topics/${index % 99}/) and **bold** text.`,
      `\n## ${sentence()}\n\n${paragraph()}\n\n![A picture](/images/${index % 500}.jpg)\n`,
      `- ${sentence()}\n- ${sentence()}\n\n\`\`\`js\nconst a = 1 < 2 && "x";\n\`\`\`\n\n> ${sentence()}\n\n${paragraph()}`,
      '',
      ...Array.from({ length: 3 }, () => `${paragraph()}\n`),
    ];
    const place = join(folder, 'content', date.slice(0, 4), date.slice(5, 7));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `article-${index + 1}.md`), `${lines.join('\n')}\n`);
  }
}
