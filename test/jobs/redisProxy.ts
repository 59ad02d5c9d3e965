import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and a Redis: it counts the connections that are open, and cuts those the test wants cut. */
export async function openProxy(redisUrl: string) {
  const target = Number(new URL(redisUrl).port);
  const open = new Set<Socket>();
  let cutsLeft = 0;
  const arrivals: (() => void)[] = [];
  let seen = 0;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    seen += 1;
    arrivals.forEach((tell) => tell());
    open.add(near);
    near.on('data', (asked) => {
      if (cutsLeft > 0 && asked.includes('$4\r\nINFO\r\n')) {
        cutsLeft -= 1;
        near.resetAndDestroy();
      } else {
        far.write(asked);
      }
    });
    far.on('data', (answer) => near.write(answer));
    near.on('close', () => {
      open.delete(near);
      far.destroy();
    });
    far.on('close', () => near.destroy());
    [near, far].forEach((socket) => socket.on('error', () => {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Cuts the next connections that ask Redis what it is, as BullMQ does when it begins. */
    cutBeginnings: (count: number) => void (cutsLeft = count),
    cutsLeft: () => cutsLeft,
    countOpen: () => open.size,
    /** Resolves at the moment there have been `count` connections. */
    whenSeen: (count: number) =>
      new Promise<void>((resolve) => {
        const tell = () => seen >= count && resolve();
        arrivals.push(tell);
        tell();
      }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
