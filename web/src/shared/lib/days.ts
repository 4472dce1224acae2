import type { Calendar } from "./format";
import { dateOfJalali, jalaliParts } from "./jalali";

/**
 * Days as reports and settings write them, "2026-11-21" or "1405-08-30" in a store with the Jalali
 * calendar, and the arithmetic people do with them: in the store's own months and years.
 */

const msPerDay = 86_400_000;
const monthsPerYear = 12;

interface DayParts {
  year: number;
  month: number;
  day: number;
}

/** Midnight UTC of the day; an invalid date where there is no such day. */
export function dateOfDay(day: string, calendar: Calendar): Date {
  if (calendar === "persian") return dateOfJalali(day);
  const at = new Date(`${day}T00:00:00Z`);
  // JavaScript makes March of February 30; such a day is none.
  return dayOfDate(at, "gregorian") === day ? at : new Date(Number.NaN);
}

export function dayOfDate(at: Date, calendar: Calendar): string {
  if (Number.isNaN(at.getTime())) return "";
  if (calendar === "gregorian") return at.toISOString().slice(0, 10);
  return labelOf(jalaliParts(at));
}

export function isDay(day: string, calendar: Calendar): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(dateOfDay(day, calendar).getTime());
}

export function addDays(day: string, count: number, calendar: Calendar): string {
  return dayOfDate(new Date(dateOfDay(day, calendar).getTime() + count * msPerDay), calendar);
}

/** Days from the first to the second. */
export function daysBetween(first: string, second: string, calendar: Calendar): number {
  const span = dateOfDay(second, calendar).getTime() - dateOfDay(first, calendar).getTime();
  return Math.round(span / msPerDay);
}

/** The same day of another month, or that month's last where it is shorter. */
export function addMonths(day: string, count: number, calendar: Calendar): string {
  const parts = partsOf(day);
  const month = parts.year * monthsPerYear + parts.month - 1 + count;
  const first = {
    year: Math.floor(month / monthsPerYear),
    month: (month % monthsPerYear) + 1,
    day: 1,
  };
  return labelOf({ ...first, day: Math.min(parts.day, daysInMonth(labelOf(first), calendar)) });
}

export function addYears(day: string, count: number, calendar: Calendar): string {
  return addMonths(day, count * monthsPerYear, calendar);
}

export function firstOfMonth(day: string): string {
  return labelOf({ ...partsOf(day), day: 1 });
}

export function firstOfYear(day: string): string {
  return labelOf({ ...partsOf(day), month: 1, day: 1 });
}

/** Of the month that the day lies in. */
export function daysInMonth(day: string, calendar: Calendar): number {
  const shortest = 28;
  const first = firstOfMonth(day);
  let length = shortest;
  while (firstOfMonth(addDays(first, length, calendar)) === first) length += 1;
  return length;
}

/** 0 is Monday. */
export function weekdayOf(day: string, calendar: Calendar): number {
  return (dateOfDay(day, calendar).getUTCDay() + 6) % 7;
}

/** How a store counts its weeks. */
export interface Weeks {
  calendar: Calendar;
  /** 0: Monday. */
  firstWeekday: number;
}

/** The week of a day, "2026-W47": it belongs to the year that most of its days lie in. */
export function weekOf(day: string, { calendar, firstWeekday }: Weeks): string {
  const into = (weekdayOf(day, calendar) - firstWeekday + 7) % 7;
  const middle = addDays(day, 3 - into, calendar);
  const week = Math.floor(daysBetween(firstOfYear(middle), middle, calendar) / 7) + 1;
  return `${middle.slice(0, 4)}-W${String(week).padStart(2, "0")}`;
}

function partsOf(day: string): DayParts {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, day: date };
}

function labelOf({ year, month, day }: DayParts): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

const persianYears = { from: 1200, to: 1599 };

/** Of a label that may be of either calendar; the server tells them apart by the year, too. */
export function calendarOfLabel(label: string): Calendar {
  const { year } = partsOf(label);
  return year >= persianYears.from && year <= persianYears.to ? "persian" : "gregorian";
}
