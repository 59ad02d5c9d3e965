/**
 * What the staff pages read, as data. Everything is whole here: who may see how much of it is decided in one place
 * (`staff/need-to-know`), after reading and before showing.
 */
export * from './caseTypes';
export * from './colleagueTypes';
export * from './keepingTypes';
export * from './lineTypes';
