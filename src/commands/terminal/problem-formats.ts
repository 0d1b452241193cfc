import { codes } from '../../diagnostics/codes.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { escapeName, printableLines } from '../../platform/escape-name.js';
import { generator } from '../../platform/generator.js';
import { escapeXml } from '../../text/escape-xml.js';

/** A way to write problems for another program. */
export interface ProblemFormat {
  name: string;
  /**
   * @param problems sorted
   * @param folder folder of the articles as seen from the current one: empty, or ending in `/`
   */
  write(problems: readonly Diagnostic[], folder: string): string;
}

/** Page of the documentation about a code. */
function helpFor(code: string): string {
  return `${generator.url}/blob/main/docs/problems.md#${code.toLowerCase()}`;
}

const json: ProblemFormat = {
  name: 'json',
  write(problems, folder) {
    const entries = problems.map((problem) => ({
      ...problem,
      file: folder + problem.file,
      help: helpFor(problem.code),
    }));
    return JSON.stringify(entries, null, 2);
  },
};

/** Annotations of GitHub Actions ("Workflow commands"). */
const github: ProblemFormat = {
  name: 'github',
  write(problems, folder) {
    const data = (text: string) =>
      printableLines(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
    const property = (text: string) => data(escapeName(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
    return problems
      .map(({ level, file, line, column, code, message, hint }) => {
        const title = property(`${code} ${codes[code].title}`);
        return `::${level} file=${property(folder + file)},line=${line},col=${column},title=${title}::${data(`${message}\n${hint}`)}`;
      })
      .join('\n');
  },
};

/** SARIF 2.1.0, as code scanning services take it. */
const sarif: ProblemFormat = {
  name: 'sarif',
  write(problems, folder) {
    const used = [...new Set(problems.map(({ code }) => code))].sort();
    const rules = used.map((code) => ({
      id: code,
      shortDescription: { text: codes[code].title },
      help: { text: codes[code].advice },
      helpUri: helpFor(code),
    }));
    const results = problems.map(({ code, level, message, hint, file, line, column }) => ({
      ruleId: code,
      ruleIndex: used.indexOf(code),
      level,
      message: { text: `${message} ${hint}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: (folder + file).split('/').map(encodeURIComponent).join('/') },
            region: { startLine: line, startColumn: column },
          },
        },
      ],
    }));
    const driver = { name: generator.name, version: generator.version, informationUri: generator.url, rules };
    return JSON.stringify(
      {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{ tool: { driver }, results }],
      },
      null,
      2,
    );
  },
};

/** JUnit's XML, as most servers for continuous integration take it: a suite a file, a case a problem. */
const junit: ProblemFormat = {
  name: 'junit',
  write(problems, folder) {
    const files = [...new Set(problems.map(({ file }) => file))];
    const suites = files.map((file) => {
      const own = problems.filter((problem) => problem.file === file);
      const cases = own.map(({ code, line, column, level, message, hint }) => {
        const name = escapeXml(`${code} ${codes[code].title} (${line}:${column})`);
        const told = escapeXml(`${message}\n${hint}`);
        const inner =
          level === 'error'
            ? `<failure message="${escapeXml(message)}">${told}</failure>`
            : `<system-out>${told}</system-out>`;
        return `<testcase name="${name}" classname="${escapeXml(folder + file)}">${inner}</testcase>`;
      });
      const failures = own.filter(({ level }) => level === 'error').length;
      return `<testsuite name="${escapeXml(folder + file)}" tests="${own.length}" failures="${failures}">\n${cases.join('\n')}\n</testsuite>`;
    });
    const failures = problems.filter(({ level }) => level === 'error').length;
    return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="${generator.name}" tests="${problems.length}" failures="${failures}">\n${suites.join('\n')}\n</testsuites>`;
  },
};

/** Every format of problems but the one for people. A new one is a new entry here. */
export const problemFormats: readonly ProblemFormat[] = [json, github, sarif, junit];
