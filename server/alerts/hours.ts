import type { Hours } from "#api/alerts.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MINUTES_A_DAY = 24 * 60;

/** Making one takes longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", ...clock });
  formats.set(timeZone, format);
  return format;
}

/** Whether a moment (milliseconds since 1970) is within the hours, by the clock of the zone. */
export function isWithin(hours: readonly Hours[], zone: string, at: number): boolean {
  if (hours.length === 0) return true;
  const parts = formatOf(zone).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = DAYS.indexOf(part("weekday")) + 1;
  const minute = minutesOf(`${part("hour")}:${part("minute")}`);
  return hours.some(({ days, from, to }) => {
    const start = minutesOf(from);
    // Past midnight, and a whole day, where `to` is not after `from`.
    const end = minutesOf(to) + (minutesOf(to) > start ? 0 : MINUTES_A_DAY);
    const yesterday = day === 1 ? 7 : day - 1;
    const isToday = days.includes(day) && minute >= start && minute < end;
    return isToday || (days.includes(yesterday) && minute + MINUTES_A_DAY < end);
  });
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}
