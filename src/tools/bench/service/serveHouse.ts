import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpApp } from '../../../app/doors/createHttpApp';
import type { House } from '../../../app/house/openHouse';

export interface Doors {
  readonly port: number;
  close(): Promise<unknown>;
}

/** Opens the doors of a house on a free port of this machine. */
export async function serveHouse(house: House): Promise<Doors> {
  const server = createServer(createHttpApp(house).app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
