/**
 * What subscribers that poll a feed cost, with and without what feedwright and a good server do about it:
 * `npm run scale -- subscribers=1000000 articlesPerDay=10 bytes=400000`. Every figure below can be given.
 */
import { fileURLToPath } from 'node:url';

/** Everything that the model takes as given. */
export interface Assumptions {
  subscribers: number;
  /** Share of subscribers whose readers ask by themselves; the others read through a service that asks once for all. */
  ownReaders: number;
  /** How many such services there are. */
  services: number;
  /** Minutes between two requests of a reader, as `ttl` asks, and of a service. */
  readerMinutes: number;
  serviceMinutes: number;
  /** How often a day the feed changes. */
  articlesPerDay: number;
  /** Bytes of the feed, and of it compressed. */
  bytes: number;
  gzipBytes: number;
  /** Bytes of the head of an answer, which is all there is of a 304. */
  headBytes: number;
  /** Share of readers that ask whether something changed (If-None-Match or If-Modified-Since). */
  conditional: number;
  /** Share of services that listen to the hub, and ask only when it calls. */
  listening: number;
  /** Price of a gigabyte, and of a million requests. */
  perGigabyte: number;
  perMillionRequests: number;
}

/** A feed of the newest 50 whole articles of 4 kB, as the benchmark makes it, and list prices of a large CDN. */
export const usual: Assumptions = {
  subscribers: 1_000_000,
  ownReaders: 0.3,
  services: 500,
  readerMinutes: 60,
  serviceMinutes: 15,
  articlesPerDay: 10,
  bytes: 260_000,
  gzipBytes: 40_000,
  headBytes: 400,
  conditional: 0.9,
  listening: 0.4,
  perGigabyte: 0.085,
  perMillionRequests: 1,
};

/** What is switched on. */
interface Measures {
  gzip?: boolean;
  conditional?: boolean;
  hub?: boolean;
}

/** What a day costs, and a month of thirty. */
export interface Load {
  requestsPerDay: number;
  gigabytesPerDay: number;
  moneyPerMonth: number;
}

/** The load on whoever serves the feed. */
export function loadOf(given: Assumptions, { gzip, conditional, hub }: Measures): Load {
  const minutes = 24 * 60;
  const readers = given.subscribers * given.ownReaders;
  const listening = hub ? given.services * given.listening : 0;
  const groups = [
    { clients: readers, asks: minutes / given.readerMinutes },
    { clients: given.services - listening, asks: minutes / given.serviceMinutes },
    // The hub asks once for each change, and carries it to those that listen.
    { clients: hub ? 1 : 0, asks: given.articlesPerDay },
  ];
  const body = gzip ? given.gzipBytes : given.bytes;
  let [requests, bytes] = [0, 0];
  for (const { clients, asks } of groups) {
    const news = Math.min(given.articlesPerDay, asks);
    const whole = conditional ? given.conditional * news + (1 - given.conditional) * asks : asks;
    requests += clients * asks;
    bytes += clients * (whole * body + asks * given.headBytes);
  }
  const perDay = (bytes / 1e9) * given.perGigabyte + (requests / 1e6) * given.perMillionRequests;
  return { requestsPerDay: requests, gigabytesPerDay: bytes / 1e9, moneyPerMonth: perDay * 30 };
}

const rows: readonly (readonly [string, Measures])[] = [
  ['nothing', {}],
  ['gzip', { gzip: true }],
  ['304', { conditional: true }],
  ['gzip and 304', { gzip: true, conditional: true }],
  ['gzip, 304 and WebSub', { gzip: true, conditional: true, hub: true }],
];

/** The table of the model, as Markdown. */
export function scaleTable(given: Assumptions): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const lines = rows.map(([name, measures]) => {
    const { requestsPerDay, gigabytesPerDay, moneyPerMonth } = loadOf(given, measures);
    const perSecond = requestsPerDay / 86_400;
    const cells = [
      name,
      `${number(requestsPerDay / 1e6, 2)} million`,
      number(perSecond),
      number(gigabytesPerDay, 1),
      number(moneyPerMonth),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| with | requests a day | a second | GB a day | $ a month |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** Figures from the command line, over the usual ones. */
function givenBy(args: readonly string[]): Assumptions {
  const given = { ...usual };
  const isName = (name: string | undefined): name is keyof Assumptions => name !== undefined && name in given;
  for (const arg of args) {
    const [name, value] = arg.split('=');
    if (!isName(name) || !(Number(value) >= 0)) {
      throw new Error(`${arg} is not one of ${Object.keys(usual).join(', ')}, with "=" and a number.`);
    }
    given[name] = Number(value);
  }
  return given;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(scaleTable(givenBy(process.argv.slice(2))));
