import { randomFrom } from '../support/random.js';
import { article, buildFiles, everyFeed } from '../support/site-folder.js';

/** What articles are made of, and what begins something that may never end. */
const pieces = [
  ...'* ** _ __ ` `` ~~ [ ]( ) ![ < </ <a <b> </b> <!-- --> & &# &amp; \\ > - 1. # = | $ { } : " \' ( . + 1 a é'.split(
    ' ',
  ),
  ...'http:// www. a@ {{< {{ }} {% %} {# ::: [^1] [^1]: href=" src=" <? <![CDATA[ ]]> <pre> <code> <h1> <p <td <li>'.split(
    ' ',
  ),
  ...[
    '\n',
    '\n\n',
    '    ',
    '\t',
    ' ',
    '\r\n',
    '---\n',
    '```\n',
    '~~~\n',
    '<!-- more -->',
    ':::note\n',
    '| a ',
    '\n|-',
  ],
  ...[
    'word ',
    '&#x1;',
    '\u0001',
    'import a\n',
    'export ',
    '/*',
    '*/',
    '> [!NOTE]\n',
    '<style>',
    '<script',
    '<svg',
    'data:',
  ],
];
const names = ['b.md', 'b.html', 'b.mdx'];
const places = [
  'body',
  'body',
  'body',
  'body',
  'front matter',
  'title',
  'description',
  'permalink',
  'image',
  'tags',
];

/** A text that can be made of any length. */
interface Growing {
  name: string;
  place: string;
  before: string;
  unit: string;
  between: string;
  after: string;
}

/**
 * Times texts that grow, made at random, and tells of those that take longer than in proportion to their length times its
 * logarithm, and are not refused. What is measured is the time of the processor, several times, and the least counts.
 *
 * @param count how many texts
 * @returns each that grows faster, with what it took in milliseconds
 */
export async function growTexts(count: number, seed = 1): Promise<string[]> {
  const random = randomFrom(seed);
  const failures: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const growing = growingFrom(random);
    const times = await growsTooFast(growing);
    if (times) failures.push(`${JSON.stringify(growing)} took ${times.map(Math.round).join(' and ')} ms`);
  }
  return failures;
}

function growingFrom(random: () => number): Growing {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const some = (most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(pieces)).join('');
  return {
    name: pick(names),
    place: pick(places),
    before: random() < 0.3 ? pick(pieces) : '',
    unit: some(3),
    between: random() < 0.3 ? pick(pieces) : '',
    after: random() < 0.4 ? some(2) : '',
  };
}

const sizes = [16_000, 64_000] as const;
/** What takes less is no harm, and is measured badly, in milliseconds. */
const harmless = 500;
/** Four times the length may take so many times as long: 4 × log 64,000 / log 16,000 is 4.6. */
const mostGrowth = 7;

async function growsTooFast(growing: Growing): Promise<[number, number] | undefined> {
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 3; round += 1) {
    const one = await buildText(growing, sizes[0]);
    const other = await buildText(growing, sizes[1]);
    if (other.isRefused) return undefined;
    [small, large] = [Math.min(small, one.time), Math.min(large, other.time)];
    if (large < harmless || large < small * mostGrowth) return undefined;
  }
  return [small, large];
}

async function buildText(growing: Growing, size: number): Promise<{ time: number; isRefused: boolean }> {
  const { name, place, before, unit, between, after } = growing;
  const times = Math.ceil(size / (unit.length + after.length));
  const text = before + unit.repeat(times) + between + after.repeat(times);
  const files = { 'a.md': article({ title: 'A', date: '2021-09-02' }), [name]: inPlace(place, text) };
  const began = process.cpuUsage();
  const { diagnostics } = await buildFiles(files, {
    ...{ skipInvalid: true, write: false, verify: true, feeds: everyFeed },
  });
  const { user, system } = process.cpuUsage(began);
  return { time: (user + system) / 1000, isRefused: diagnostics.some(({ code }) => code === 'FW035') };
}

function inPlace(place: string, text: string): string {
  const date = '2021-09-03';
  if (place === 'body') return article({ title: 'B', date }, text);
  if (place === 'front matter') return `---\ntitle: B\ndate: ${date}\n${text}\n---\nText\n`;
  return article({ title: 'B', date, [place]: text });
}
