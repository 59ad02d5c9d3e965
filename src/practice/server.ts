import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { ZodError } from 'zod';
import { openMailSink } from './mail/sink';
import { Exchange } from './network/calls';
import { Network } from './network/network';
import { onlyFromHere } from './onlyFromHere';
import { phonesPage } from './page/routes';
import { carrierApi } from './rest/api';
import { messagingServices } from './rest/services';
import { practiceSettings, type PracticeOptions } from './settings';

export interface Practice {
  readonly urls: {
    /** The phones page; the carrier's API answers under the same origin. */
    readonly page: string;
    readonly api: string;
    readonly smtp: string;
  };
  /** Ends every call, closes every connection, forgets everything. */
  close(): Promise<void>;
}

/** Starts the practice carrier, its mail server and the phones page. */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const network = new Network(practiceSettings.parse(options));
  const exchange = new Exchange(network);
  const mail = await openMailSink(network);
  const server = createServer(practiceApp(network, exchange));
  const { host, port } = network.settings;
  await listen(server, port, host);
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    urls: { page: `${origin}/`, api: origin, smtp: `smtp://${host}:${mail.port}` },
    async close() {
      exchange.hangUpAll();
      network.stop();
      server.closeAllConnections();
      await Promise.all([mail.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}

function practiceApp(network: Network, exchange: Exchange): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyFromHere(network.settings.host));
  app.use('/2010-04-01', carrierApi(network, exchange));
  app.use('/v1', messagingServices(network.settings));
  app.use(phonesPage(network, exchange));
  app.use(explainFault);
  return app;
}

/** Practice is a tool: whoever sends it something unreadable is told what was wrong. */
const explainFault: ErrorRequestHandler = (error, _request, response, next) => {
  if (isUnreadable(error)) return void response.status(error.status).json({ faults: [error.message] });
  if (!(error instanceof ZodError)) return next(error);
  response.status(400).json({ faults: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) });
};

/** What express says of a body it cannot read, or that is too large: of type "entity.parse.failed" or the like. */
function isUnreadable(error: unknown): error is Error & { readonly status: number } {
  const { status, type } = error as { readonly status?: unknown; readonly type?: unknown };
  return typeof status === 'number' && typeof type === 'string';
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/**
 * Practice as a process of its own. Its settings come as a message from the process that started it, so that it loads
 * while they are made; where it answers goes back as another. It ends with that process.
 */
function runAsProcess(): void {
  let started: Promise<Practice> | null = null;
  process.once('message', (options) => {
    started = startPractice(options as PracticeOptions);
    void started.then(({ urls }) => process.send?.(urls), sayPortTaken);
  });
  const end = async (): Promise<void> => {
    await (await started)?.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(signal, () => void end());
}

/** A port that is taken is said in a line; whoever started this process says what to do. */
function sayPortTaken(error: NodeJS.ErrnoException): void {
  if (error.syscall !== 'listen') throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

if (require.main === module) runAsProcess();
