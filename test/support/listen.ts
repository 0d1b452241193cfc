import type { Server } from 'node:http';

/**
 * Lets a server listen on loopback, at a free port. One that is left open, because a test failed before it could close
 * it, does not keep the process alive.
 *
 * @returns the port
 */
export async function listen(server: Server, address = '127.0.0.1'): Promise<number> {
  server.unref();
  server.on('connection', (socket) => socket.unref());
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server listens to no port.');
  return bound.port;
}
