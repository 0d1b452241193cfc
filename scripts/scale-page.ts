import { bytesInHeap } from '../src/feeds/require-heap.js';
import { loadOf, scaleTable, usual } from './scale-model.js';

const share = (part: number) => `${Math.round(part * 100)} %`;
const part = (measures: Parameters<typeof loadOf>[1]) =>
  share(loadOf(usual, measures).gigabytesPerDay / loadOf(usual, {}).gigabytesPerDay);
const number = (value: number) => value.toLocaleString('en');

/** docs/scale.md, with the table of the model in it. */
export function scalePage(): string {
  return `# How it scales

Publishing has two costs: building once, and being asked for ever after. Only the first is a program's; the second is a
matter of what is asked, how often, and how little can be answered.

## Building

One machine of two cores builds the feeds of ten thousand articles in less than two seconds;
[bench/results.md](../bench/results.md) has the figures of the last measurement beside those of Hugo, and
\`npm run bench\` makes them anew (\`npm run bench 1000000\` for a million). A newer Node is faster at large
sites: two are in the table. A build in which nothing changed reads no article, and one in which one changed reads one. What all of it takes on
disk is in [documents](documents.md). Articles are in memory, some ${(bytesInHeap / 1000).toFixed(1)} kB each, without their bodies; documents are
written as they are made. Past some 750,000 articles the program runs itself again with a larger heap, where the machine
has the memory; where it has not, it says so (exit code 2).

Where years of articles are too many for one build, \`archives: false\` keeps only the newest in feeds, and a site for
each language or section (a settings file each, \`--config\`) builds in parallel.

## Publishing

What \`feedwright publish\` sends to an object store that takes 50 ms for each answer, 32 requests at a time; sites with pages,
articles of 4 kB. Figures from \`npm run publish-cost 1000,10000,100000\`:

| articles | push | requests | MB sent | files | seconds | MB of memory |
|---|---|---|---|---|---|---|
| 1,000 | the first | 1,298 | 32.8 | 1,291 | 4.3 | 122 |
| | nothing changed | 1 | 0 | 0 | 0.4 | 89 |
| | one article changed | 13 | 2.0 | 7 | 0.9 | 92 |
| | one article added | 30 | 2.5 | 22 | 1.3 | 94 |
| 10,000 | the first | 10,989 | 274 | 10,978 | 24 | 153 |
| | nothing changed | 1 | 0 | 0 | 0.7 | 126 |
| | one article changed | 13 | 2.3 | 7 | 1.2 | 129 |
| | one article added | 30 | 6.2 | 22 | 1.6 | 131 |
| 100,000 | the first | 107,987 | 2,693 | 107,932 | 214 | 272 |
| | nothing changed | 1 | 0 | 0 | 2.6 | 282 |
| | one article changed | 13 | 6.2 | 7 | 3.5 | 311 |
| | one article added | 37 | 43.9 | 24 | 4.0 | 320 |

Beside the files that changed, a push sends its lock and the manifest of the store, some 45 bytes for each file; reading that
is all that an unchanged site costs. When an article is added, the largest file sent is the search index.

## Being asked

${number(usual.subscribers)} subscribers of one feed of ${number(usual.bytes)} bytes (${number(usual.gzipBytes)} compressed), which
gets ${usual.articlesPerDay} articles a day. ${share(usual.ownReaders)} of them have readers that ask by themselves every ${usual.readerMinutes} minutes; the
others read through ${usual.services} services that ask every ${usual.serviceMinutes} minutes, once for all of their readers. ${share(usual.conditional)} of
readers ask whether something changed; ${share(usual.listening)} of services listen to a WebSub hub. A gigabyte costs $${usual.perGigabyte}, a million
requests $${usual.perMillionRequests}, as the list prices of large CDNs are.

${scaleTable(usual)}

The model is a page of code, and every figure in it can be replaced by your own:

\`\`\`sh
npm run scale -- subscribers=20000 articlesPerDay=3 perGigabyte=0.02
\`\`\`

What it says: compression leaves ${part({ gzip: true })} of the bytes, "not changed" ${part({ conditional: true })}, both together ${part({ gzip: true, conditional: true })}, and they cost
nothing but a server that does both. What is left goes with the size of the feed: \`limit: 20\` takes it down by more than
half, and no reader loses an article, as the archive has the others. WebSub takes nothing off the bill, since services
are few and readers at home cannot be called; it brings news within seconds to those who can be. The requests that
remain are many and small: what a CDN is made for, and an application is not.

## Why static files, an object store and a CDN

- Nothing runs when somebody asks: no process to grow, to break into or to wake up. A peak is the CDN's.
- A file whose bytes did not change keeps its \`ETag\` and its time, since a build touches only files that changed. Every
  store answers 304 from that, with no code of ours.
- Feeds are small and the same for everybody, so that nearly every request is answered at the edge. Five minutes of
  \`Cache-Control\` ([hosting](hosting.md)) mean at most one request in five minutes from each place of the CDN to the store.
- What is deployed can be compared, rolled back and copied: it is a folder.
- Archives of feeds (RFC 5005) never change once they are full, and can be kept for ever.

After a deploy: clear the CDN's copies of what changed (\`feedwright changes\` and the report tell what that is), or wait for
the five minutes; then \`feedwright notify\`.

Generated by \`npm run docs\`, with the table of the model.
`;
}
