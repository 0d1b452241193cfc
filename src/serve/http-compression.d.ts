/** The package has types in its comments only. */
declare module 'http-compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** Compresses answers whose media type matches, as the client accepts it (RFC 9110, section 8.4). */
  export default function compression(options: {
    mimes: RegExp;
  }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
