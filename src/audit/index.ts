/** Watching the service without trusting it. Shares no code with acts, escalation, rota or jobs. */
export { createAuditor, type Auditor } from './createAuditor';
export { sendPage } from './sendPage';
export { serveHeartbeat } from './serveHeartbeat';
export { accountOf, auditorSettings, WATCHING_SETTINGS, watcherSettings, type AuditorSettings } from './settings';
export { createWatcher, type Watcher } from './watchHeartbeat';
export { PAGE_OF_AUDITOR, PAGE_OF_WATCHER } from './words';
