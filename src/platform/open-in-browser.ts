import { spawn } from 'node:child_process';

/** What opens an address, by the platform: the first part is a program, and the address is its last argument. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * Opens an address in the browser of whoever sits at this machine.
 *
 * @returns whether there is a program that does so
 */
export function openInBrowser(url: string): Promise<boolean> {
  const [program = 'xdg-open', ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
    opener.once('error', () => resolve(false));
    opener.once('spawn', () => {
      opener.unref();
      resolve(true);
    });
  });
}
