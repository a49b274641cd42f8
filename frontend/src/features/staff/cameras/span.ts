import { CITY_TIME_ZONE } from '@/lib/format';

/** City time has no summer time. */
const OFFSET = '+08:00';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: CITY_TIME_ZONE });
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: CITY_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The city's day of a moment, as a box for days has it. */
export function dayOf(moment: Date | string): string {
  return day.format(new Date(moment));
}

/** The city's time of day, to the second. */
export function timeOf(moment: Date | string): string {
  return clock.format(new Date(moment));
}

/** A time of a day in the city, as the contract has it. */
export function momentOf(onDay: string, time: string): string {
  return `${onDay}T${time.length === 5 ? `${time}:00` : time}${OFFSET}`;
}

/** So many minutes later, as the contract has it. */
export function later(moment: string, minutes: number): string {
  const then = new Date(Date.parse(moment) + minutes * 60_000);
  return momentOf(dayOf(then), timeOf(then));
}
