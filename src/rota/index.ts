export * from './bankHolidays';
export * from './channelState';
export * from './findRosterGaps';
export { isNight, NIGHT } from './night';
export * from './safeHours';
export * from './staffingFor';
export * from './weeklySlots';
export * from './workingDays';
