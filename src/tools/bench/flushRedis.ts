import { once } from 'node:events';
import { connect } from 'node:net';
import { CannotGoOn } from '../tool';

/** Empties the database of a Redis that is measured with, as one that was started anew is: the record alone says then what is due. */
export async function flushRedis(url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port) || 6379, hostname);
  try {
    for (const command of [`SELECT ${Number(pathname.slice(1))}`, 'FLUSHDB']) {
      socket.write(`${command}\r\n`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      if (!answer.toString().startsWith('+OK')) {
        throw new CannotGoOn(
          'The Redis of BENCH_REDIS_URL does not let itself be emptied. Name one of the bench alone.',
        );
      }
    }
  } finally {
    socket.destroy();
  }
}
