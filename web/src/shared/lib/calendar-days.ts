import type { Calendar } from "./format";
import { dateOfJalali } from "./jalali";

/**
 * Days as reports and addresses write them ("2026-11-21", "1405-08-30"), reckoned with in the
 * calendar they are written in. Years 1200 to 1599 are Persian, as for the server.
 */
const persianYears = { from: 1200, to: 1599 };
const msPerDay = 86_400_000;
const shortMonths = [4, 6, 9, 11];

const persianParts = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

export function calendarOf(label: string): Calendar {
  const year = Number(label.slice(0, 4));
  return year >= persianYears.from && year <= persianYears.to ? "persian" : "gregorian";
}

export function dateOfDay(day: string): Date {
  return calendarOf(day) === "persian" ? dateOfJalali(day) : new Date(`${day}T00:00:00Z`);
}

export function dayOfDate(date: Date, calendar: Calendar): string {
  if (calendar === "gregorian") return date.toISOString().slice(0, 10);
  const parts = persianParts.formatToParts(date);
  const part = (wanted: string) =>
    Number.parseInt(parts.find(({ type }) => type === wanted)?.value ?? "", 10);
  return label(part("year"), part("month"), part("day"));
}

/** The same day in the other calendar, where it is not yet in this one. */
export function inCalendar(day: string, calendar: Calendar): string {
  return calendarOf(day) === calendar ? day : dayOfDate(dateOfDay(day), calendar);
}

export function daysInMonth(year: number, month: number, calendar: Calendar): number {
  if (calendar === "persian") {
    if (month <= 6) return 31;
    const isLeap = !Number.isNaN(dateOfJalali(label(year, 12, 30)).getTime());
    return month < 12 || isLeap ? 30 : 29;
  }
  if (month === 2) return new Date(Date.UTC(year, 2, 0)).getUTCDate();
  return shortMonths.includes(month) ? 30 : 31;
}

/** "2026-02" is its first day or its last; so is "2026". A day is itself. */
export function firstDay(span: string): string {
  const [year = 0, month = 1, day = 1] = numbersOf(span);
  return label(year, month, day);
}

export function lastDay(span: string): string {
  const [year = 0, month = 12, day] = numbersOf(span);
  return label(year, month, day ?? daysInMonth(year, month, calendarOf(span)));
}

export function addDays(day: string, count: number): string {
  return dayOfDate(new Date(dateOfDay(day).getTime() + count * msPerDay), calendarOf(day));
}

/** A day that the shorter month lacks becomes its last. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = numbersOf(day);
  const months = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return label(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth, calendarOf(day))));
}

/** From the first to the second, 0 for the same. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dateOfDay(to).getTime() - dateOfDay(from).getTime()) / msPerDay);
}

export function isLastOfMonth(day: string): boolean {
  const [year = 0, month = 1, date] = numbersOf(day);
  return date === daysInMonth(year, month, calendarOf(day));
}

function numbersOf(span: string): number[] {
  return span.split("-").map(Number);
}

function label(year: number, month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
