export type * from './case/answers';
export { closeCase } from './case/closeCase';
export { findHoles } from './table/findHoles';
export { hearMore } from './case/hearMore';
export { letKnow } from './case/letKnow';
export { lookTogether } from './case/lookTogether';
export { openCase } from './case/openCase';
export { passedOnBy, passOn } from './case/passOn';
export { passTime } from './case/passTime';
export {
  commonSchema,
  rowSchema,
  SEATS,
  type Common,
  type Pathways,
  type Row,
  type Seat,
  type Step,
} from './table/pathway';
export { raiseCase } from './case/raiseCase';
export { openWithinMinutes, recordAct } from './case/recordAct';
export { reportNotice } from './case/reportNotice';
