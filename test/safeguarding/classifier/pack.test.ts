import { eachSparse, packSparse } from '../../../src/safeguarding/classifier/pack';

/** A table of `length` with a number at each of those places. */
function table(length: number, numbers: Readonly<Record<number, number>>): Float64Array {
  const all = new Float64Array(length);
  for (const [at, number] of Object.entries(numbers)) all[Number(at)] = number;
  return all;
}

function unpack(bytes: string, length: number): Int8Array {
  const back = new Int8Array(length);
  eachSparse(bytes, length, (at, byte) => (back[at] = byte));
  return back;
}

describe('a table that is mostly empty', () => {
  it.each([
    ['nothing', {}],
    ['its first and last place', { 0: 1, 99_999: -1 }],
    ['neighbours', { 5: 1, 6: -0.5, 7: 0.25 }],
    ['gaps on either side of where a digit is added', { 127: 1, 255: 1, 382: 1, 16_766: 1, 16_767: -1, 33_152: 1 }],
  ])('comes back as it was, to a byte, with %s', (_, numbers) => {
    const all = table(100_000, numbers);
    const { step, bytes } = packSparse(all);
    const back = unpack(bytes, all.length);
    const standing = [...back.keys()].filter((at) => back[at] !== 0);
    expect(standing).toEqual([...all.keys()].filter((at) => all[at] !== 0));
    for (const at of standing) expect((back[at] as number) * step).toBeCloseTo(all[at] as number, 2);
  });

  it('is refused where it is too narrow for what it should hold', () => {
    const { bytes } = packSparse(table(1_000, { 999: 1 }));
    expect(() => unpack(bytes, 999)).toThrow('more than that');
    expect(() => unpack(Buffer.from([1]).toString('base64'), 1_000)).toThrow('more than that');
  });
});
