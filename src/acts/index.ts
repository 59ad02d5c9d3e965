/** What the service does, one act a file. Start with `receiveMessage`. */
export { acknowledge, type Acknowledged, type Acknowledgement } from './acknowledge';
export { close, type Closed, type Closing } from './close';
export { DEFAULT_BURST, type ActContext, type BurstRules, type HelpContact } from './context';
export { decide } from './decide';
export { answerCall, checkPin, wordsOfCall, type CallWords } from './callNotice';
export { receiveFromPhone, type ReceivedFromPhone } from './receiveFromPhone';
export { passTime } from './passTime';
export { planAhead } from './planAhead';
export * from './ports';
export { receiveMessage, type Received } from './receiveMessage';
export { receiveStaffReply } from './receiveStaffReply';
export { recordReceipt } from './recordReceipt';
export { replaySpool } from './replaySpool';
export { reportRefusedSignatures } from './reportRefusedSignatures';
export { reportMissed } from './reportMissed';
export { sendSignInLink } from './sendSignInLink';
export { tellLeadOfGlass } from './tellLeadOfGlass';
export { startCheckIn } from './startCheckIn';
