/** How long words and names are kept, and what has outlived its term. */
export { findOutlived, keptUntil } from './findOutlived';
export { identitiesOutlived } from './identitiesOutlived';
export { backupIsOver } from './backupIsOver';
export { retentionSchema, type RetentionTerms } from './terms';
