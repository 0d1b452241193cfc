/** Names of the hosts that take a file, as `--hosting` takes them. */
export const hostNames = ['netlify', 'cloudflare', 'apache', 'nginx', 'vercel', 'github-pages'] as const;

/** Name of a host. */
export type HostName = (typeof hostNames)[number];
