import { bytesInHeap } from '../src/feeds/require-heap.js';
import { loadOf, scaleTable, usual } from './scale-model.js';

const share = (part: number) => `${Math.round(part * 100)} %`;
const part = (measures: Parameters<typeof loadOf>[1]) =>
  share(loadOf(usual, measures).gigabytesPerDay / loadOf(usual, {}).gigabytesPerDay);
const number = (value: number) => value.toLocaleString('en');

/** docs/scale.md, with the table of the model in it. */
export function scalePage(): string {
  return `# How it scales

Publishing feeds has two costs: building them, and answering the requests of everyone who polls them. The first depends on
feedwright. The second depends on how often readers ask, and on how little you can answer with.

## Which settings for which size

| articles | what to do |
|---|---|
| 10 | nothing; the defaults fit |
| 1,000 | nothing; about 25 MB in all, see [how large it gets](documents.md#how-large-it-gets) |
| 10,000 | keep the cache (\`.feedwright\`) between CI runs, so that a build only renders what changed |
| 100,000 | also \`feedwright publish\` instead of uploading the whole folder; \`archives: false\` if the host limits the number or the size of files; \`feeds: { tags: false }\` if there are thousands of tags |
| 1,000,000 | also one site for each language or section, with a settings file each (\`--config\`), so that they build in parallel |

## Building

A machine with two cores builds the feeds of ten thousand articles in less than two seconds.
[bench/results.md](../bench/results.md) has the latest figures next to those of Hugo, and \`npm run bench\` measures them again
(\`npm run bench 1000000\` for a million articles). Newer versions of Node are faster with large sites; the table has two. If
nothing changed, a build reads no article, and if one article changed, it reads one. Articles are kept in memory without
their bodies, at about ${(bytesInHeap / 1000).toFixed(1)} kB each, and documents are written as soon as they are made. Beyond about 750,000 articles,
feedwright restarts itself with a larger heap if the machine has enough memory; if it does not, the build fails with exit
code 2 and says so.

## Publishing

What \`feedwright publish\` sends to an object store that takes 50 ms to answer, with 32 requests at a time, for sites with pages
and articles of 4 kB. The figures are from \`npm run publish-cost 1000,10000,100000\`:

| articles | run | requests | MB sent | files | seconds | MB of memory |
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

In addition to the files that changed, each run that changes anything transfers its lock and the manifest of the store, about
45 bytes for each file. Reading the manifest is all that an unchanged site costs. When an article is added, the largest file to upload is the
search index.

## Serving

Suppose that ${number(usual.subscribers)} people subscribe to one feed of ${number(usual.bytes)} bytes (${number(usual.gzipBytes)} compressed) with ${usual.articlesPerDay} new articles a
day. ${share(usual.ownReaders)} of them use a reader on their own device that polls every ${usual.readerMinutes} minutes; the others use ${usual.services} services that poll every
${usual.serviceMinutes} minutes, once for all of their users. ${share(usual.conditional)} of readers send conditional requests, and ${share(usual.listening)} of services listen to a WebSub
hub. A gigabyte costs $${usual.perGigabyte} and a million requests $${usual.perMillionRequests}, as in the list prices of large CDNs.

${scaleTable(usual)}

You can replace every figure of the model with your own:

\`\`\`sh
npm run scale -- subscribers=20000 articlesPerDay=3 perGigabyte=0.02
\`\`\`

Compression reduces the bytes to ${part({ gzip: true })}, conditional requests to ${part({ conditional: true })}, and both together to ${part({ gzip: true, conditional: true })}; all that they need is
a server that supports both. What remains is proportional to the size of the feed: \`limit: 20\` cuts it by more than half, and
the archive keeps the other articles for readers that support RFC 5005. WebSub does not reduce the cost, because services are few and
readers on people's own devices cannot be notified; what it does is deliver news within seconds to those who can be. The
remaining requests are many and small, which is what a CDN is made for.

## Why static files, an object store and a CDN

- No program of yours runs when somebody asks for a feed: nothing to scale, to attack or to wake up. The CDN absorbs peaks.
- A file whose bytes did not change keeps its \`ETag\` and its modification time, because a build only writes files that
  changed. Every store can answer 304 from that.
- Feeds are small and the same for everyone, so the CDN answers nearly every request from its cache. With five minutes of
  \`Cache-Control\` ([hosting](hosting.md)), each location of the CDN asks the store at most once in five minutes.
- A deployment is a folder: you can compare it, copy it and roll it back.
- Archives of feeds (RFC 5005) never change once they are full, and can be cached for as long as you like.

After a deployment, purge what changed from the CDN ([hosting](hosting.md)) or wait five minutes, then run
\`feedwright notify\`.

This page and its tables are generated by \`npm run docs\`.
`;
}
