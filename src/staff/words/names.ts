/** What the pages call things, for the people who read them. Wording for young people lives in `templates/`. */
import type {
  Act,
  CaseNature,
  DeliveryState,
  Duty,
  HowWasThisAnswer,
  HowWasThisQuestion,
  Kind,
  Level,
  MessageKind,
  NoticeChannel,
  PressedOnAPage,
  SafeSaid,
  TalkWay,
} from '../../vocabulary';
import type { ConcernSummary } from '../../record/views/types';
import type { MendingGroup, Refusal } from '../ports';
import type { Relation } from '../need-to-know/relate';

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  immediate: 'Immediate',
  urgent: 'Urgent',
  worry: 'Worry',
  none: 'No concern',
};

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  suicide: 'Suicide',
  'self-harm': 'Self-harm',
  'sexual-abuse': 'Sexual abuse',
  'sexual-exploitation': 'Sexual exploitation',
  'online-sexual-harm': 'Online sexual harm',
  'criminal-exploitation': 'Criminal exploitation',
  'physical-abuse': 'Physical abuse',
  'emotional-abuse': 'Emotional abuse',
  neglect: 'Neglect',
  'domestic-abuse': 'Domestic abuse',
  'missing-or-homeless': 'Missing or homeless',
  'violence-or-weapons': 'Violence or weapons',
  'honour-based-abuse': 'Honour-based abuse',
  radicalisation: 'Radicalisation',
  'substance-emergency': 'Substance emergency',
  'eating-or-mental-health': 'Eating or mental health',
  bullying: 'Bullying',
  'allegation-against-staff': 'Allegation against staff',
};

/** What a concern is about, as every list says it: its kinds; where it has none, what made it one. */
export function sayWhatOf(concern: ConcernSummary): string {
  const { kinds, nature, moodFellAt, foundByReadingAt, doNotRing } = concern;
  const known = [...kinds.map((kind) => KIND_NAMES[kind]), ...(moodFellAt === null ? [] : ['Falling mood'])];
  if (known.length > 0) return known.join(', ');
  if (nature !== 'disclosure') return NATURE_NAMES[nature];
  if (doNotRing) return 'Used the code word';
  return foundByReadingAt === null ? NATURE_NAMES.disclosure : 'Found by a person reading';
}

export const NATURE_NAMES: Readonly<Record<CaseNature, string>> = {
  disclosure: 'Disclosure',
  allegation: 'Allegation against an adult of the service',
  'missing-person-writes': 'Marked missing and has written',
  'phone-not-theirs': 'Somebody else may hold the phone',
  'unknown-sender': 'From a number nobody knows',
  'could-not-be-assessed': 'Could not be assessed: please read it',
  'picture-or-unread': 'Picture, or a language the rules do not read',
};

export const CAPACITY_NAMES: Readonly<Record<Relation, string>> = {
  mentor: 'Mentor',
  cover: 'Cover',
  coordinator: 'Coordinator',
  'duty-lead': 'Duty lead',
  'second-lead': 'Second lead',
  manager: 'Manager',
  'outside-contact': 'Outside contact',
  'broke-glass': 'Reading with a reason',
};

export const ACT_NAMES: Readonly<Record<Act, string>> = {
  seen: 'Seen',
  'taken-on': 'Taken on',
  decided: 'Decided',
  contacted: 'Young person contacted',
};

export const NOTICE_CHANNEL_NAMES: Readonly<Record<NoticeChannel | 'web', string>> = {
  sms: 'Text',
  voice: 'Call',
  email: 'E-mail',
  web: 'Web chat',
};

const STATE_NAMES: Readonly<Record<DeliveryState, string>> = {
  waiting: 'Waiting to go',
  claimed: 'Going now',
  'in-doubt': 'Not known if it went',
  accepted: 'Handed to the carrier',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Could not be sent',
  undelivered: 'Not delivered',
  withdrawn: 'Taken back',
};

/** A call is put through and answered, or it is not: nobody "failed" by not picking up at night. */
const CALL_STATE_NAMES: Readonly<Partial<Record<DeliveryState, string>>> = {
  sent: 'On the line',
  delivered: 'Answered',
  undelivered: 'Nobody answered',
  failed: 'Could not be put through',
};

/** What has become of a text, an e-mail or a call, as its reader would say it. */
export function sayState(channel: NoticeChannel | 'web', state: DeliveryState): string {
  return (channel === 'voice' ? CALL_STATE_NAMES[state] : undefined) ?? STATE_NAMES[state];
}

export const MESSAGE_KIND_NAMES: Readonly<Record<Exclude<MessageKind, 'text'>, string>> = {
  picture: 'A picture came. Nobody has opened it.',
  'voice-note': 'A voice note came. Nobody has opened it.',
  call: 'They rang the number.',
  unknown: 'Something came that is not a text.',
};

export const DUTY_NAMES: Readonly<Record<Duty, string>> = {
  lead: 'Duty lead',
  second: 'Second lead',
  manager: 'Manager on call',
  cover: 'Cover',
};

export const HOW_WAS_THIS_NAMES: Readonly<Record<HowWasThisQuestion, string>> = {
  'said-what-they-wanted': 'Did you get to say what you wanted?',
  'right-for-them': 'Was it right for you?',
};

export const HOW_WAS_THIS_ANSWERS: Readonly<Record<HowWasThisAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-sure': 'Not sure',
  'in-words': 'In their own words',
};

export const MENDING_NAMES: Readonly<Record<MendingGroup['about'], string>> = {
  messages: 'Messages that may not have reached us',
  work: 'Work that is behind',
  people: 'Who is there, and who can be reached',
  settings: 'Settings, carrier and mail',
  words: 'Wording, rules, contacts and terms',
};

export const TALK_WAY_NAMES: Readonly<Record<TalkWay, string>> = {
  'face-to-face': 'Face to face',
  'by-phone': 'By phone',
};

/** What they answered to "are you safe right now?", as the page says it. */
export const SAFE_SAID_NAMES: Readonly<Record<SafeSaid, string>> = {
  yes: 'safe',
  no: 'not safe',
  'not-sure': 'not sure whether they are safe',
  'not-asked': 'not asked whether they are safe',
};

/** What was pressed to no effect on a young person's page, and what is left to do. */
export const PRESSED_NAMES: Readonly<Record<PressedOnAPage, string>> = {
  'web-link-given':
    'a link to the web chat. What they were shown opens nothing: make one below and hand it over yourself.',
  'return-confirmed': 'that they are back. They are still marked missing: ask, and mark it yourself.',
  'return-talk-recorded': 'how the offer of a talk went. It is still owed: see that it is made.',
  'phone-theirs-again': 'that the phone is theirs again. No text goes to it yet: ask them, and mark it yourself.',
};

export const REFUSAL_TEXTS: Readonly<Record<Refusal, string>> = {
  'not-found': 'This is no longer here.',
  closed: 'This has been closed already.',
  'about-you': 'Somebody else has to do this.',
  'not-yours-to-decide': 'This is for the duty lead to do.',
  'not-decided': 'It cannot be closed before the lead has decided.',
  'not-marked': 'The phone is theirs already.',
  'not-missing': 'They are not marked missing.',
  'missing-already': 'They are marked missing already.',
  'no-talk-open': 'This has been noted already.',
  'joined-already': 'They have joined already.',
  'too-young': 'They are too young for this service. Ask the coordinator who could be there for them.',
  'too-old': 'They are of age. Ask the coordinator who could be there for them.',
  'carer-must-know': 'Under 13, a parent or carer has to know, or the coordinator or a lead joins with them.',
  'cannot-be-texted': 'No text can go to them just now. Ask the duty lead.',
  'words-missing': 'Give the outcome, the reason, and what the young person was told.',
};
