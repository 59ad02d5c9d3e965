/** What the service does, one act a file. Start with `receiveMessage`. */
export { acknowledge, type Acknowledged, type Acknowledgement } from './human/acknowledge';
export { close, type Closed, type Closing } from './human/close';
export { DEFAULT_BURST, type ActContext, type BurstRules, type HelpContact } from './context';
export { eraseAgain } from './retention/eraseAgain';
export { confirmReturn, type Return, type Returned } from './person/confirmReturn';
export { decide } from './human/decide';
export { answerCaller, type WordsForCaller } from './receive/answerCaller';
export { answerCall, checkPin, wordsOfCall, type CallWords } from './human/callNotice';
export { giveBackPhone, WAYS_TO_KNOW, type GivenBack, type WayToKnow } from './person/giveBackPhone';
export { receiveFromPhone, type ReceivedFromPhone } from './receive/receiveFromPhone';
export { markMissing, type MarkedMissing, type Missing } from './person/markMissing';
export { recordReturnTalk, type Noted, type TalkNoted } from './person/returnTalk';
export { pageUntilMended } from './watch/pageUntilMended';
export { liftHold, placeHold, type Held } from './retention/holdWords';
export { giveWebLink, type WebLinkGiven } from './person/giveWebLink';
export { noteTalk, type TalkNotedIn, type TalkToNote } from './human/noteTalk';
export { passTime } from './time/passTime';
export { planAhead } from './time/planAhead';
export { planDestruction } from './retention/planDestruction';
export * from './ports';
export { createInTurn, senderKey } from './receive/inTurn';
export * from './stores';
export { receiveMessage, type Received } from './receive/receiveMessage';
export { receiveStaffReply } from './receive/receiveStaffReply';
export { recordExport, type Export } from './person/recordExport';
export {
  recordFollowUp,
  recordReferralReply,
  type FollowUpNoted,
  type NotedOfReferral,
  type ReplyNoted,
} from './human/noteOfReferral';
export { recordReceipt } from './send/recordReceipt';
export { replaySpool } from './receive/replaySpool';
export { join, wordsOfJoining, type Joined, type JoiningRefusal, type JoiningTogether } from './person/join';
export { reportRefusedSignatures } from './watch/reportRefusedSignatures';
export { reportMissed } from './human/reportMissed';
export { reportStuck } from './watch/reportStuck';
export { sendDrill } from './say/sendDrill';
export { sendSignInLink } from './say/sendSignInLink';
export { tellLeadOfGlass } from './say/tellLeadOfGlass';
export {
  tellYoungPerson,
  wordsOfTelling,
  type TellingRefusal,
  type Told,
  type WordsOfTelling,
} from './human/tellYoungPerson';
export { leaveThread } from './talk/humanInThread';
export { writeInThread, type Written } from './human/writeInThread';
export { startCheckIn } from './talk/startCheckIn';
