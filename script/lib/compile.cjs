/**
 * How our TypeScript becomes JavaScript, for `dist/` and for the tests alike.
 *
 * What is named here is loaded when it is first used and not when a file that imports it is loaded: these packages bring
 * two thousand files between them, and a process uses few of them (no Redis client on the embedded record, no model
 * client without a key). What a configured process does use it still loads at its start, so that a broken
 * installation shows there. And the rooms that a start needs only after it has begun to open the record: that takes
 * longest and happens in a thread of its own, so it begins first.
 */
const LOADED_AT_FIRST_USE = [
  '@anthropic-ai/sdk',
  '@anthropic-ai/sdk/helpers/zod',
  '@electric-sql/pglite',
  'botbuilder-core',
  'botbuilder-dialogs/lib/dialogSet',
  'bullmq',
  'nodemailer',
  'nunjucks',
  'pg',
  'qrcode',
  'redis',
  'smtp-server',
  'twilio',
  'twilio/lib/base/RequestClient',
  'twilio/lib/http/response',
  'ws',
  'yaml',
  // The dialogs' own base class is botbuilder's: src/conversation/ loads them for the first turn.
  '../../dialogs',
  './collectingAdapter',
  '../authored/roster/readRoster',
  './app/audit/auditHere',
  './app/doors/createHttpApp',
  './app/house/keepHouse',
  './app/live/liveGate',
  './app/live/watchLive',
  './app/practice/startPracticeHouse',
  '../service/authoredHouse',
  '../service/createCarrier',
  '../service/createService',
  './hurryCommitted',
  './journal',
  './liveAuthored',
  './openHands',
];

/** Options for swc; dynamic imports stay what they are, since some packages need them. */
module.exports = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs', ignoreDynamic: true, lazy: LOADED_AT_FIRST_USE },
};
