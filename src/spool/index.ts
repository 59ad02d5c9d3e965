export { openRosterCopy } from './rosterCopy';
export { openSpool, type Damaged, type Spool, type Waiting } from './openSpool';
