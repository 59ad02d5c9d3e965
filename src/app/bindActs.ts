import {
  acknowledge,
  answerCall,
  answerCaller,
  checkPin,
  close,
  confirmReturn,
  decide,
  giveBackPhone,
  join,
  liftHold,
  markMissing,
  pageUntilMended,
  passTime,
  placeHold,
  planAhead,
  planDestruction,
  receiveFromPhone,
  receiveMessage,
  receiveStaffReply,
  recordExport,
  recordReceipt,
  recordReturnTalk,
  replaySpool,
  reportMissed,
  sendDrill,
  sendSignInLink,
  tellLeadOfGlass,
  tellYoungPerson,
  reportRefusedSignatures,
  reportStuck,
  startCheckIn,
  wordsOfCall,
  wordsOfJoining,
  leaveThread,
  wordsOfTelling,
  writeInThread,
  type ActContext,
} from '../acts';

/** The acts with everything they need already in hand: what processes, pages, channels and tools are given. */
export function bindActs(ctx: ActContext) {
  return {
    acknowledge: bound(ctx, acknowledge),
    close: bound(ctx, close),
    confirmReturn: bound(ctx, confirmReturn),
    decide: bound(ctx, decide),
    giveBackPhone: bound(ctx, giveBackPhone),
    answerCall: (...[delivery, key]: Tail<typeof answerCall>) => answerCall(ctx, delivery, key),
    answerCaller: bound(ctx, answerCaller),
    checkPin: (...[delivery, pin]: Tail<typeof checkPin>) => checkPin(ctx, delivery, pin),
    wordsOfCall: bound(ctx, wordsOfCall),
    pageUntilMended: bound(ctx, pageUntilMended),
    passTime: bound(ctx, passTime),
    join: bound(ctx, join),
    wordsOfJoining: bound(ctx, wordsOfJoining),
    liftHold: bound(ctx, liftHold),
    markMissing: bound(ctx, markMissing),
    recordReturnTalk: bound(ctx, recordReturnTalk),
    placeHold: bound(ctx, placeHold),
    planAhead: bound(ctx, planAhead),
    planDestruction: () => planDestruction(ctx),
    receiveFromPhone: bound(ctx, receiveFromPhone),
    receiveMessage: bound(ctx, receiveMessage),
    receiveStaffReply: (...[practitioner, incoming]: Tail<typeof receiveStaffReply>) =>
      receiveStaffReply(ctx, practitioner, incoming),
    recordExport: bound(ctx, recordExport),
    recordReceipt: bound(ctx, recordReceipt),
    replaySpool: () => replaySpool(ctx),
    reportRefusedSignatures: () => reportRefusedSignatures(ctx),
    reportMissed: bound(ctx, reportMissed),
    reportStuck: bound(ctx, reportStuck),
    sendDrill: bound(ctx, sendDrill),
    sendSignInLink: bound(ctx, sendSignInLink),
    tellLeadOfGlass: bound(ctx, tellLeadOfGlass),
    tellYoungPerson: bound(ctx, tellYoungPerson),
    wordsOfTelling: bound(ctx, wordsOfTelling),
    leaveThread: bound(ctx, leaveThread),
    writeInThread: bound(ctx, writeInThread),
    startCheckIn: bound(ctx, startCheckIn),
  };
}

export type Acts = ReturnType<typeof bindActs>;

type Tail<F> = F extends (ctx: ActContext, ...rest: infer Rest) => unknown ? Rest : never;

function bound<What, Result>(
  ctx: ActContext,
  act: (ctx: ActContext, what: What) => Promise<Result>,
): (what: What) => Promise<Result> {
  return (what) => act(ctx, what);
}
