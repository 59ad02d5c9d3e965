/** How long words are kept, and what of a line has outlived its term. */
export { findOutlived, keptUntil } from './findOutlived';
export { retentionSchema, type RetentionTerms } from './terms';
