/** Builds the service once, of every room. What processes, tools and stories start from. */
export type { Carrier, RecordPort, Stores } from '../acts';
export { AuthoredFaults, readAuthoredHouse, sayFault, type AuthoredHouse } from './authoredHouse';
export type { Acts } from './bindActs';
export { createService, type Service, type ServiceParts } from './createService';
export { createHttpApp, type HttpApp } from './createHttpApp';
export { health } from './health';
export { keepHouse } from './keepHouse';
export { openHouse, publicUrl, type House } from './openHouse';
export { practiceEnvironment } from './practiceHouse';
export { startPracticeHouse } from './startPracticeHouse';
export { openMemoryRecord } from './openMemoryRecord';
export { openRecordAlone, type RecordAlone } from './recordAlone';
export { projectRoot } from './projectRoot';
export { workUntil, type ReceiptsToCome, type Stage } from './workUntil';
export { newKeys } from '../keys';
