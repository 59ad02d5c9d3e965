/** What the record holds, whole, for the tools that take it out. */
export { staffViews } from '../../record/views';
export { listLines, readHeld, type Held } from '../../record/views/readHeld';
