import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { logFault } from '../../../src/app/doors/logFault';

const WORDS = 'robin said: my dad hits me';
let server: Server;
let origin: string;
const logged: unknown[] = [];

beforeAll(async () => {
  const app = express();
  // In tests express keeps quiet by itself.
  app.set('env', 'production');
  const log = { info: jest.fn(), warn: jest.fn(), error: (fields: object) => void logged.push(fields) };
  app.use('/form', express.urlencoded({ extended: false, limit: 100 }));
  app.get('/before', () => {
    throw new Error(WORDS);
  });
  app.get('/after', (_request, response) => {
    response.status(500).send('a calm page');
    throw new Error(WORDS);
  });
  app.get('/halfway', (_request, response) => {
    response.write('half');
    throw new Error(WORDS);
  });
  app.use(logFault(log));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('what breaks while a request is answered', () => {
  test.each([
    ['before anything was sent', '/before', '500 Internal Server Error'],
    ['after its page was sent', '/after', '500 a calm page'],
    ['halfway through', '/halfway', 'broken off'],
  ])('%s is logged by us alone: express would print its words', async (_when, path, answer) => {
    const printed = jest.spyOn(console, 'error').mockReturnValue(undefined);
    logged.length = 0;
    const said = await fetch(`${origin}${path}`)
      .then(async (response) => `${response.status} ${await response.text()}`)
      .catch(() => 'broken off');
    const words = JSON.stringify(printed.mock.calls);
    printed.mockRestore();
    expect([said, logged.length, words]).toEqual([answer, 1, '[]']);
  });

  test('a body too large is its sender’s fault', async () => {
    const body = new URLSearchParams({ text: 'x'.repeat(200) });
    expect((await fetch(`${origin}/form`, { method: 'POST', body })).status).toBe(413);
  });
});
