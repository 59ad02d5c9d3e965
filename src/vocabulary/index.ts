/** The nouns of the house. Glossary: `docs/glossary.md`. */
export * from './ages';
export * from './concerns';
export * from './conversation';
export * from './delivery';
export * from './escalation';
export * from './events';
export * from './howWasThis';
export * from './messages';
export * from './people';
export * from './reading';
export * from './presence';
export * from './record';
export * from './retention';
export * from './talks';
export * from './tellings';
export * from './time';
export * from './wording';
