/** Settings of the auditor and the watcher, for the tool that prints every setting. */
export { WATCHING_SETTINGS } from '../../audit/settings';
