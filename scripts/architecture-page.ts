import { architectureChanges } from '../test/support/architecture-changes.js';
import { rooms } from './rooms.js';
import { roomOf, sourceImports } from './source-imports.js';

const introduction = `# How it is built

An article is a file. It is read once, becomes an \`Article\`, is put into the feeds that it belongs to, is rendered by each
format, and is written to disk. Data flows one way; no later room calls an earlier one.

    files ──► articles/ ──► feeds/ ──► formats/, pages/ ──► publish/ ──► files

## The rooms

Each folder of \`src\` imports only those below it in this table, types included, and no files import each other in a
circle: \`npm run lint\` fails otherwise (\`scripts/check-imports.ts\`). The tests of \`src/x/y.ts\` are in
\`test/x/y.test.ts\`, or in a file of the same folder that is named after what it tests.
`;

const walk = `
## One article, from its file to the feeds

1. \`commands/build.ts\` turns flags into a request; \`build/build.ts\` finds the settings (\`site/site.ts\`) and the tool that
   the folder was made for (\`dialects/recognise.ts\`).
2. \`articles/discover.ts\` finds \`articles/ferry.md\`, and gives it a \`Source\`: path, format, place among the others.
3. \`cache/site-cache.ts\` is asked whether anything changed since the last build; if nothing did, the build ends here.
4. \`articles/read-article.ts\` reads the beginning of the file: \`front-matter/\` finds the block and reads its fields,
   \`dates/\` reads \`02.09.2021\` in the zone of the site. What is wrong becomes a \`Diagnostic\` (\`diagnostics/\`).
5. \`articles/select-published.ts\` leaves out drafts and what is of the future, gives the article its address
   (\`permalink.ts\`) and its id, and puts the newest first; \`identity/\` gives back ids that were published before.
6. \`feeds/plan-feeds.ts\` puts it into the feed of everything, of its language, section, tags and authors;
   \`feeds/split-feed.ts\` cuts each feed into its head and archives.
7. \`body/render-body.ts\` reads its text again, replaces templates (\`body/syntax/\`), turns Markdown into safe HTML with
   absolute addresses, and finds the summary and the files beside it.
8. \`formats/items.ts\` has it written once in each format; \`formats/render-feeds.ts\` puts it into documents, and
   \`pages/render-pages.ts\` onto its page and into lists, sitemaps and the search.
9. \`publish/publisher.ts\` writes every document beside its place, and when all are there and nothing is wrong puts them in
   their places, feeds last.

\`build/pipeline.ts\` is this walk in code, and \`build/render-site.ts\` its points 7 and 8.
`;

/** docs/architecture.md, made from the rooms and the imports between them. */
export function architecturePage(): string {
  const rows = rooms.map(({ name, job, onlyFor }) => {
    const isFile = name === 'cli' || name === 'index';
    const only = onlyFor ? ` Only ${onlyFor.map((room) => `\`${room}/\``).join(' and ')} imports it.` : '';
    return `| \`${name}${isFile ? '.ts' : '/'}\` | ${job}.${only} |`;
  });
  const table = ['| room | what it is for |', '|---|---|', ...rows].join('\n');
  return `${introduction}\n${table}\n\n${picture()}${walk}${changes()}`;
}

/** What changes touch, as the test of change makes them. */
function changes(): string {
  const rows = architectureChanges.map(({ what, files }) => {
    const names = Object.keys(files).map((path) => `\`${path}\``);
    return `| ${what} | ${names.length} | ${names.join(', ')} |`;
  });
  return `
## What a change touches

\`test/architecture.test.ts\` makes each of these in a copy of the source, and shows that it works there:

| what is added | files | which |
|---|---|---|
${rows.join('\n')}

Why it is so stands in [decisions](decisions.md).
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
  return `Which room imports which; an arrow that follows from others is left out:\n\n\`\`\`mermaid\nflowchart TD\n${arrows.join('\n')}\n\`\`\`\n`;
}
