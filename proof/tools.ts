import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An article as a tool publishes it. */
export interface Listed {
  /** Absolute, with the characters that URLs need escaped. */
  url: string;
  /** In UTC, to the second. */
  date: string;
  title: string;
}

/** A tool that a site of ours is built with, to see what it makes of it. */
export interface Tool {
  name: string;
  /** Folder of its site in proof/sites. */
  site: string;
  /** Address of that site, where its settings do not say it. */
  url?: string;
  /** The program and what it takes to tell its version; whether it can run here. */
  program: readonly [command: string, ...args: string[]];
  /** Builds the site and lists what was published. */
  list(site: string, out: string): Listed[];
  /** Differences that are meant, by title, each with its reason. */
  meant: Readonly<Record<string, string>>;
}

const own = (name: string) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));

function run(command: string, args: readonly string[], cwd: string, TZ = 'UTC'): void {
  execFileSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CI: '1', TZ },
  });
}

/** Reads one JSON text a line; the templates in proof/sites write them. */
function listed(file: string, url = ''): Listed[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  return lines.map((line) => {
    const { url: path, date, title } = JSON.parse(line);
    return { url: path && new URL(url + path).href, date: new Date(date).toISOString(), title };
  });
}

const untitled =
  'feedwright takes the title from the first heading, or in sentence case from the name of the file';

export const tools: readonly Tool[] = [
  {
    name: 'Hugo',
    site: 'hugo',
    program: ['hugo', 'version'],
    list(site, out) {
      run('hugo', ['--quiet', '--destination', out], site);
      return listed(join(out, 'index.html'));
    },
    meant: {},
  },
  {
    name: 'Jekyll',
    site: 'jekyll',
    program: ['jekyll', '--version'],
    list(site, out) {
      run('jekyll', ['build', '--quiet', '--destination', out], site);
      return listed(join(out, 'list.txt'));
    },
    meant: { 'In Folder': untitled, 'No Front Matter': untitled },
  },
  {
    name: 'Eleventy',
    site: 'eleventy',
    url: 'https://notes.example.org',
    program: [own('eleventy'), '--version'],
    list(site, out) {
      run(own('eleventy'), ['--quiet', `--output=${out}`], site);
      // What has no address is not published.
      return listed(join(out, 'list.txt'), 'https://notes.example.org').filter(({ url }) => url);
    },
    meant: {},
  },
  {
    name: 'Hexo',
    site: 'hexo',
    program: [own('hexo'), 'version'],
    list(site, out) {
      symlinkSync(own('').replace(/\.bin.*$/, ''), join(site, 'node_modules'));
      // Hexo is right about days only where the machine is in the zone of the site.
      run(own('hexo'), ['generate', '--silent'], site, 'Asia/Shanghai');
      cpSync(join(site, 'public'), out, { recursive: true });
      return listed(join(out, 'list.txt'));
    },
    meant: { Other: 'Hexo adds the zone of the site to a date that has a zone of its own' },
  },
];

/** Whether a tool can run here. */
export function isInstalled({ program: [command, ...args] }: Tool): boolean {
  if (command.startsWith('/') && !existsSync(command)) return false;
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
