import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readFrontMatter } from '../../../src/articles/front-matter/front-matter.js';

const test = suite('front matter');

function fieldsOf(text: string) {
  const read = readFrontMatter(text, 'a.md');
  if ('code' in read) throw new Error(`${read.code} ${read.message}`);
  return { fields: read.fields, body: text.slice(read.bodyOffset), line: read.bodyLine };
}

/** The fields alone. */
function read(text: string) {
  return { ...fieldsOf(text).fields };
}

function problemIn(text: string) {
  const read = readFrontMatter(text, 'a.md');
  if (!('code' in read)) throw new Error('no problem was found');
  return read;
}

test('reads YAML, TOML and JSON', () => {
  for (const text of [
    '---\ntitle: A\ntags: [x, y]\n---\nBody',
    '---yaml\ntitle: A\ntags: [x, y]\n---\nBody',
    '+++\ntitle = "A"\ntags = ["x", "y"]\n+++\nBody',
    '---toml\ntitle = "A"\ntags = ["x", "y"]\n---\nBody',
    ';;;\n{"title": "A", "tags": ["x", "y"]}\n;;;\nBody',
    '---json\n{"title": "A", "tags": ["x", "y"]}\n---\nBody',
  ]) {
    const { fields, body, line } = fieldsOf(text);
    assert.equal({ ...fields }, { title: 'A', tags: ['x', 'y'] }, text);
    assert.is(body, 'Body', text);
    assert.is(line, text.split('\n').length, text);
  }
});

test('blank lines before the first fence do no harm', () => {
  assert.equal(fieldsOf('\n  \n---\ntitle: A\n---\nBody').fields.title, 'A');
});

test('numbers, times and dates stay as they were written', () => {
  const { fields } = fieldsOf(
    '---\nversion: 1.10\noctal: 012\ntime: 10:30\ndate: 2021-09-02\ndotted: 02.09.2021\n---\n',
  );
  assert.equal(
    { ...fields },
    { version: '1.10', octal: '012', time: '10:30', date: '2021-09-02', dotted: '02.09.2021' },
  );
  assert.is(
    fieldsOf('+++\ndate = 2021-09-02T10:00:00+03:00\n+++\n').fields.date,
    '2021-09-02T10:00:00.000+03:00',
  );
  assert.is(fieldsOf('+++\ndate = 2021-09-02\n+++\n').fields.date, '2021-09-02');
});

test('a file without front matter is all body', () => {
  for (const text of ['Hello', '', '---\n\nHello\n\n---\n\nmore', '---', '# Title\n---\n']) {
    assert.equal(fieldsOf(text), { fields: {}, body: text, line: 1 }, text);
  }
});

test('front matter without fields is empty', () => {
  assert.equal(fieldsOf('---\n---\nBody'), { fields: {}, body: 'Body', line: 3 });
  assert.equal(fieldsOf('---\n# only a comment\n---\nBody').body, 'Body');
});

test('the closing fence is a whole line', () => {
  const { fields, body } = fieldsOf('---\ntitle: A\ntext: |\n  ---- no fence\n  ---x\n---\nBody\n---\n');
  assert.is(fields.text, '---- no fence\n---x\n');
  assert.is(body, 'Body\n---\n');
});

test('code is never executed, under any name', () => {
  for (const name of ['js', 'javascript', 'JS', ' js', 'coffee', 'constructor', 'toString', '__proto__']) {
    const text = `---${name}\nmodule.exports = { title: process.exit(9) }\n---\n`;
    assert.is(problemIn(text).code, 'FW003', name);
  }
  assert.is(fieldsOf('---\nx: !!js/function "process.exit(9)"\n---\n').fields.x, 'process.exit(9)');
});

test('a problem has its place', () => {
  const yaml = problemIn('\n---\ntitle: A\nsummary: one: two\n---\n');
  assert.equal([yaml.code, yaml.line, yaml.column, yaml.excerpt], ['FW001', 4, 10, 'summary: one: two']);
  const toml = problemIn('+++\ntitle = "A"\ndate = \n+++\n');
  assert.equal([toml.code, toml.line], ['FW001', 3]);
  const json = problemIn(';;;\n{\n  "title": "A",\n  "x": oops\n}\n;;;\n');
  assert.equal([json.code, json.line, json.column], ['FW001', 4, 8]);
});

test('a field that is there twice is told, and its last value counts, as in other tools', () => {
  const read = readFrontMatter('---\ntitle: A\ntitle: B\n---\n', 'a.md');
  assert.ok('fields' in read && read.fields.title === 'B');
  const [warning] = 'warnings' in read ? read.warnings : [];
  assert.equal([warning?.code, warning?.level, warning?.line], ['FW005', 'warning', 3]);
});

test('JSON without fences, as Hugo has it', () => {
  const { fields, body, line } = fieldsOf('{\n  "title": "A"\n}\n\nBody\n');
  assert.equal([fields, body, line], [{ title: 'A' }, '\nBody\n', 4]);
  const wrong = problemIn('{\n  "title": oops\n}\n');
  assert.equal([wrong.code, wrong.line, wrong.column], ['FW001', 2, 12]);
  assert.is(fieldsOf('{ text }\n').body, '{ text }\n');
});

test('front matter that is never closed is told, a rule at the top is not', () => {
  assert.is(problemIn('---\ntitle: A\n\nBody').code, 'FW002');
  assert.is(problemIn('+++\ntitle = "A"\n\nBody').code, 'FW002');
  assert.is(fieldsOf('---\n\nJust a rule above this line.').body.startsWith('---'), true);
});

test('lists are no fields', () => {
  assert.is(problemIn('---\n- a\n- b\n---\n').code, 'FW004');
  assert.is(problemIn(';;;\n[1]\n;;;\n').code, 'FW004');
});

test('a bomb of aliases is refused', () => {
  const names = 'abcdefghijklmnop'.split('');
  const lines = names.map(
    (name, index) => `${name}: &${name} [${Array(9).fill(index ? `*${names[index - 1]}` : 'x')}]`,
  );
  assert.is(problemIn(`---\n${lines.join('\n')}\n---\n`).code, 'FW001');
});

test('the prototype stays out of reach', () => {
  const { fields } = fieldsOf('---\n__proto__: {draft: true}\nconstructor: x\n---\n');
  assert.is(fields.draft, undefined);
  assert.is(Object.getPrototypeOf({}), Object.prototype);
});

test('a second parse of a broken file is as broken as the first', () => {
  const text = '---\ntitle: "A\n---\n';
  assert.is(problemIn(text).code, 'FW001');
  assert.is(problemIn(text).code, 'FW001');
});

test('one splitter decides where a block ends, and no line in it is taken for a fence', () => {
  const toml = read('+++\ntitle = """\n+++++ hello\n"""\ndate = 2021-09-02\n+++\nBody');
  assert.equal(toml, { title: '+++++ hello\n', date: '2021-09-02' });
  const yaml = read('---\nx: {a: 1}\n---y: 2\ndate: 2021-09-02\n---\nBody');
  assert.equal(yaml, { x: { a: '1' }, '---y': '2', date: '2021-09-02' });
  assert.equal(read('---json\n{"a": "\\n---", "b": 1}\n---\nBody'), { a: '\n---', b: 1 });
});

test('a text or a list that goes on without indentation is read as libyaml reads it', () => {
  assert.equal(read('---\ntitle: "Hello\nworld"\ndate: 2021-09-02\n---\n'), {
    title: 'Hello world',
    date: '2021-09-02',
  });
  assert.equal(read("---\ntitle: 'It''s\n\nlong'\ntags: [a,\nb]\nx: {y: 1,\nz: 2}\n---\n"), {
    title: "It's\nlong",
    tags: ['a', 'b'],
    x: { y: '1', z: '2' },
  });
  assert.is(problemIn('---\ntitle: "Hello\ndate: 2021-09-02\n---\n').code, 'FW001');
});

test('what refers to itself, or is nested too deeply, is reported', () => {
  for (const text of [
    '---\na: &a [*a]\n---\n',
    `+++\nx = ${'['.repeat(900)}${']'.repeat(900)}\n+++\n`,
    `---\nauthors: ${'['.repeat(6000)}${']'.repeat(6000)}\n---\n`,
    `---json\n{"x": ${'['.repeat(9000)}${']'.repeat(9000)}}\n---\n`,
  ]) {
    assert.is(problemIn(text).code, 'FW034', text.slice(0, 20));
  }
});

test('blanks after a fence, and thousands of anchors', () => {
  const read = readFrontMatter('--- \ntitle: A\n---\t \nBody', 'a.md');
  assert.ok(!('code' in read));
  if (!('code' in read)) assert.equal([read.fields, read.bodyLine], [{ title: 'A' }, 4]);
  const anchors = (count: number) =>
    `---\nlist: [${Array.from({ length: count }, (_, index) => `&a${index} x`).join(', ')}]\n---\n`;
  assert.not.ok('code' in readFrontMatter(anchors(1000), 'a.md'));
  const refused = readFrontMatter(anchors(1001), 'a.md');
  assert.is('code' in refused && refused.code, 'FW035');
});

test.run();
