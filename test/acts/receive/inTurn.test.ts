import { createInTurn } from '../../../src/acts';

describe('work in turn', () => {
  const step = () => {
    let done = (): void => undefined;
    const waits = new Promise<void>((resolve) => (done = resolve));
    return { waits, done };
  };

  test('begins when what was asked for before it under the same key has ended', async () => {
    const inTurn = createInTurn();
    const first = step();
    const said: string[] = [];
    const both = Promise.all([
      inTurn('a', () => first.waits.then(() => said.push('first'))),
      inTurn('a', async () => said.push('next')),
    ]);
    await inTurn('b', async () => said.push('other key'));
    first.done();
    await both;
    expect(said).toEqual(['other key', 'first', 'next']);
  });

  test('goes on after work that failed, and whoever asked for that hears of it', async () => {
    const inTurn = createInTurn();
    const failing = inTurn('a', () => Promise.reject(new Error('broken')));
    const next = inTurn('a', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await inTurn('a', () => Promise.resolve('and on'))).toBe('and on');
  });
});
