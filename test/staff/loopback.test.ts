import type { Request } from 'express';
import { isLoopback } from '../../src/staff/sign-in/loopback';

const from = (remoteAddress: string | undefined, headers: Record<string, string>): boolean =>
  isLoopback({ socket: { remoteAddress }, headers } as unknown as Request);

describe('a practice link works on this machine alone', () => {
  test.each([
    ['127.0.0.1', 'localhost:8080'],
    ['::1', '[::1]:8080'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
  ])('asked for from %s by the name %s it works', (address, host) => {
    expect(from(address, { host })).toBe(true);
  });

  test.each([
    ['from another machine that calls this one localhost', '192.168.1.20', { host: 'localhost:8080' }],
    ['from this machine, by a name that somebody else points at it', '127.0.0.1', { host: 'evil.example:8080' }],
    ['by a name that begins like a loopback one', '127.0.0.1', { host: 'localhost.evil.example' }],
    ['through a proxy', '127.0.0.1', { host: 'localhost', 'x-forwarded-for': '203.0.113.9' }],
    ['through a proxy of the newer kind', '127.0.0.1', { host: 'localhost', forwarded: 'for=203.0.113.9' }],
    ['by no name', '127.0.0.1', {}],
    ['from nowhere', undefined, { host: 'localhost' }],
  ])('%s it does not', (_, address, headers) => {
    expect(from(address, headers as Record<string, string>)).toBe(false);
  });
});
