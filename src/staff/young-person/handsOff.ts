import type { LineHistory } from '../../record/views/types';

/** Whom nobody may ring, by the concerns open on a line that this reader may see. */
export interface HandsOff {
  readonly doNotRing: boolean;
  readonly doNotTellFamily: boolean;
}

/** What must not be done about anybody with an open concern that says so. */
export function handsOff(history: LineHistory | null): HandsOff {
  const open = (history?.concerns ?? []).filter((one) => one.closedAt === null);
  return {
    doNotRing: open.some((one) => one.doNotRing),
    doNotTellFamily: open.some((one) => one.doNotTellFamily),
  };
}
