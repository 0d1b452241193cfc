import { architectureChanges } from '../test/support/architecture-changes.js';
import { rooms } from './rooms.js';
import { roomOf, sourceImports } from './source-imports.js';

const introduction = `# Architecture

An article is a file. feedwright reads it once as an \`Article\`, adds it to the feeds that it belongs to, renders it in
each format, and writes the documents. Data flows in one direction; no later step calls an earlier one.

    files ──► articles/ ──► feeds/ ──► formats/, pages/ ──► publish/ ──► files

## The source folders

Each folder of \`src\` imports only folders below it in this table, types included, and there are no circular imports;
otherwise \`npm run lint\` fails (\`scripts/check-imports.ts\`). The tests of \`src/x/y.ts\` are in \`test/x/y.test.ts\`, or
in a file in the same folder that is named after what it tests.
`;

const walk = `
## One article, from its file to the feeds

1. \`commands/build.ts\` turns flags into a request. \`build/build.ts\` finds the settings (\`site/site.ts\`) and the tool
   that the folder belongs to (\`dialects/recognise.ts\`).
2. \`articles/discover.ts\` finds \`articles/ferry.md\` and creates a \`Source\` for it: path, format, and position.
3. \`cache/site-cache.ts\` knows whether anything changed since the last build. If nothing did, the build ends here.
4. \`articles/read-article.ts\` reads the beginning of the file: \`front-matter/\` finds the block and parses its fields,
   and \`dates/\` parses \`02.09.2021\` in the time zone of the site. Errors become a \`Diagnostic\` (\`diagnostics/\`).
5. \`articles/select-published.ts\` drops drafts and future articles, assigns the permalink (\`permalink.ts\`) and the id, and
   sorts by date, newest first. \`identity/\` restores ids that were published before.
6. \`feeds/plan-feeds.ts\` adds the article to the feeds of its language, sections, tags and authors.
   \`feeds/split-feed.ts\` splits each feed into its head and archives.
7. \`body/render-body.ts\` reads the text again, replaces templates (\`body/syntax/\`), converts Markdown to sanitized HTML
   with absolute addresses, and finds the summary and the article's attachments.
8. \`formats/items.ts\` renders the item once in each format. \`formats/render-feeds.ts\` inserts it into documents, and
   \`pages/render-pages.ts\` into its page, lists, sitemaps and the search index.
9. \`publish/publisher.ts\` writes every document to a staging folder, and once all are there without an error, moves them
   into place, feeds last.

\`build/pipeline.ts\` contains these steps in code; \`build/render-site.ts\` contains steps 7 and 8.
`;

/** docs/architecture.md, made from the rooms and the imports between them. */
export function architecturePage(): string {
  const rows = rooms.map(({ name, job, onlyFor }) => {
    const isFile = name === 'cli' || name === 'index';
    const only = onlyFor ? ` Only ${onlyFor.map((room) => `\`${room}/\``).join(' and ')} may import it.` : '';
    return `| \`${name}${isFile ? '.ts' : '/'}\` | ${job}.${only} |`;
  });
  const table = ['| folder | purpose |', '|---|---|', ...rows].join('\n');
  return `${introduction}\n${table}\n\n${picture()}${walk}${changes()}`;
}

/** What changes touch, as the test of change makes them. */
function changes(): string {
  const rows = architectureChanges.map(({ what, files }) => {
    const names = Object.keys(files).map((path) => `\`${path}\``);
    return `| ${what} | ${names.length} | ${names.join(', ')} |`;
  });
  return `
## How many files a change touches

\`test/architecture.test.ts\` makes each of these changes in a copy of the source and shows that it works:

| addition | files | which |
|---|---|---|
${rows.join('\n')}

For the reasons behind the architecture, see [decisions](decisions.md).
`;
}

/** The imports between rooms; one that follows from others is left out. */
function picture(): string {
  const targets = new Map(rooms.map(({ name }) => [name, new Set<string>()]));
  for (const [file, imported] of sourceImports()) {
    for (const target of imported) {
      if (roomOf(target) !== roomOf(file)) targets.get(roomOf(file))?.add(roomOf(target));
    }
  }
  const reaches = (from: string, to: string): boolean =>
    [...(targets.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  const arrows = [...targets].flatMap(([from, all]) =>
    [...all]
      .filter((to) => ![...all].some((other) => other !== to && reaches(other, to)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return `Which folder imports which; arrows that follow from others are omitted:\n\n\`\`\`mermaid\nflowchart TD\n${arrows.join('\n')}\n\`\`\`\n`;
}
