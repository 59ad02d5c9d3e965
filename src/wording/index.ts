/** Fills approved wording, and checks it. Pure: words and moments in, words out. */
export * from './checkTemplate';
export * from './fill';
export * from './lint';
export * from './localTime';
export * from './mayBeSent';
export * from './readingAge';
export * from './sayContacts';
export * from './sms';
export * from './victimBlaming';
export * from './whoToTalkTo';
