import type { FeedDifference, ItemName } from './compare-feeds.js';

/** Maximum number of items of one kind that are listed by name. */
const mostItems = 50;

const kinds = ['added', 'changed', 'removed'] as const;
const marks = { added: '+', changed: '~', removed: '-' } as const;

/** Differences for people at a terminal. */
export function changesAsText(differences: readonly FeedDifference[]): string {
  if (differences.length === 0) return 'No feed changed.';
  return differences
    .map((difference) => {
      const lines = kinds.flatMap((kind) =>
        named(difference[kind]).map((title) => `  ${marks[kind]} ${title}`),
      );
      return [`${difference.title} (${difference.path || '/'}): ${countsOf(difference)}`, ...lines].join(
        '\n',
      );
    })
    .join('\n');
}

/** Differences as Markdown: a table of the feeds, and the items of the feed that has most of them. */
export function changesAsMarkdown(differences: readonly FeedDifference[]): string {
  if (differences.length === 0) return 'No feed changes.';
  const rows = differences.map((difference) => {
    const name = `${escaped(difference.title)} \`${difference.path || '/'}\``;
    const note = difference.feed === 'stays' ? '' : ` (${difference.feed})`;
    return `| ${name}${note} | ${kinds.map((kind) => difference[kind].length || '').join(' | ')} |`;
  });
  const items = kinds.flatMap((kind) => {
    const all = new Map(differences.flatMap((each) => each[kind].map((item) => [item.id, item])));
    const lines = linked([...all.values()]).map((link) => `- ${link}`);
    return lines.length > 0 ? [`\n**${kind}**\n`, ...lines] : [];
  });
  return `${['| feed | added | changed | removed |', '|---|---|---|---|', ...rows, ...items].join('\n')}`;
}

function countsOf({ feed, ...difference }: FeedDifference): string {
  const counts = kinds.flatMap((kind) => {
    const { length } = difference[kind];
    return length > 0 ? [`${length} ${kind}`] : [];
  });
  const note = { new: ['new feed'], gone: ['feed is gone'], stays: [] }[feed];
  return [...note, ...counts].join(', ');
}

function named(items: readonly ItemName[]): string[] {
  const titles = items.slice(0, mostItems).map(({ title, url }) => title || url);
  return items.length > mostItems ? [...titles, `and ${items.length - mostItems} more`] : titles;
}

function linked(items: readonly ItemName[]): string[] {
  const links = items
    .slice(0, mostItems)
    .map(({ title, url }) => `[${escaped(title || url)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`);
  return items.length > mostItems ? [...links, `and ${items.length - mostItems} more`] : links;
}

/** A title as text in Markdown, whatever it holds. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~@]/g, '\\$&').replace(/\s+/g, ' ');
}
