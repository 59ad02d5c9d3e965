/** A count out of a count, with the 95 % interval of Wilson: honest for small numbers and for none missed. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  /** Null when nothing was counted. */
  readonly share: number | null;
  readonly from: number;
  readonly to: number;
}

const Z = 1.959964;

/** A share with its 95 % interval (Wilson 1927); of nothing, any share is possible. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: null, from: 0, to: 1 };
  const share = hits / of;
  const weight = 1 + (Z * Z) / of;
  const middle = (share + (Z * Z) / (2 * of)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { hits, of, share, from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}

/** The share of `all` for which `test` holds. */
export function shareWhere<T>(all: readonly T[], test: (each: T) => boolean): Share {
  return shareOf(all.filter(test).length, all.length);
}
