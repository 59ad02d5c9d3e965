import type { ErrorRequestHandler } from 'express';
import type { Log } from '../../acts/ports';

/**
 * What broke, by its code; never what was in the request. The last there is: what went on from here would be printed by
 * express itself, whole, with whatever words, names or numbers its message holds.
 */
export function logFault(log: Log): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    log.error({ error, part: 'http' }, 'a request broke');
    if (!response.headersSent) response.sendStatus(statusOf(error));
    else if (!response.writableEnded) response.destroy();
  };
}

/** A request nobody could have read is its sender's fault; everything else is ours. */
function statusOf(error: unknown): number {
  const { status } = error as { readonly status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
