/**
 * How our TypeScript becomes JavaScript, for `dist/` and for the tests alike.
 *
 * The packages named here are loaded when they are first used, not when a file that imports them is loaded: together
 * they bring two thousand files, of which one process uses few (no Redis client on the embedded record, no model client
 * without a key). What a configured process does use it still loads at its start, so that a broken installation shows
 * there. The rooms named here are needed only after the start has begun to open the record, which takes longest and
 * runs in a thread of its own, so it begins first.
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
  './database/postgresPool',
  '../authored/roster/readRoster',
  '../config',
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
  './rehearse/rehearseAll',
];

/** Options for swc; dynamic imports stay what they are, since some packages need them. */
module.exports = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs', ignoreDynamic: true, lazy: LOADED_AT_FIRST_USE },
};
