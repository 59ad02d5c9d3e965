/** What the service does, one act a file. Start with `receiveMessage`. */
export { acknowledge, type Acknowledged, type Acknowledgement } from './acknowledge';
export { close, type Closed, type Closing } from './close';
export { DEFAULT_BURST, type ActContext, type BurstRules, type HelpContact } from './context';
export { eraseAgain } from './eraseAgain';
export { confirmReturn, type Return, type Returned } from './confirmReturn';
export { decide } from './decide';
export { answerCaller, type WordsForCaller } from './answerCaller';
export { answerCall, checkPin, wordsOfCall, type CallWords } from './callNotice';
export { giveBackPhone, WAYS_TO_KNOW, type GivenBack, type WayToKnow } from './giveBackPhone';
export { receiveFromPhone, type ReceivedFromPhone } from './receiveFromPhone';
export { markMissing, type MarkedMissing, type Missing } from './markMissing';
export { recordReturnTalk, type Noted, type TalkNoted } from './returnTalk';
export { pageUntilMended } from './pageUntilMended';
export { liftHold, placeHold, type Held } from './holdWords';
export { giveWebLink, type WebLinkGiven } from './giveWebLink';
export { noteTalk, type TalkNotedIn, type TalkToNote } from './noteTalk';
export { passTime } from './passTime';
export { planAhead } from './planAhead';
export { planDestruction } from './planDestruction';
export * from './ports';
export * from './stores';
export { receiveMessage, type Received } from './receiveMessage';
export { receiveStaffReply } from './receiveStaffReply';
export { recordExport, type Export } from './recordExport';
export {
  recordFollowUp,
  recordReferralReply,
  type FollowUpNoted,
  type NotedOfReferral,
  type ReplyNoted,
} from './noteOfReferral';
export { recordReceipt } from './recordReceipt';
export { replaySpool } from './replaySpool';
export { join, wordsOfJoining, type Joined, type JoiningRefusal, type JoiningTogether } from './join';
export { reportRefusedSignatures } from './reportRefusedSignatures';
export { reportMissed } from './reportMissed';
export { reportStuck } from './reportStuck';
export { sendDrill } from './sendDrill';
export { sendSignInLink } from './sendSignInLink';
export { tellLeadOfGlass } from './tellLeadOfGlass';
export {
  tellYoungPerson,
  wordsOfTelling,
  type TellingRefusal,
  type Told,
  type WordsOfTelling,
} from './tellYoungPerson';
export { leaveThread } from './humanInThread';
export { writeInThread, type Written } from './writeInThread';
export { startCheckIn } from './startCheckIn';
