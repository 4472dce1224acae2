import type { Language } from "@/shared/i18n/languages";
import { dateOfJalali } from "./jalali";

export type Calendar = "gregorian" | "persian";

/**
 * Every number, amount and date that a person reads is written here: digits and calendar of the
 * language (Persian digits and the Jalali calendar in Persian), made once a kind and kept.
 */
const tags: Record<Language, string> = {
  en: "en-GB",
  fa: "fa-IR-u-ca-persian-nu-arabext",
  ru: "ru-RU",
};

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = numbers.get(key) ?? new Intl.NumberFormat(tags[language], options);
  numbers.set(key, known);
  return known;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = dates.get(key) ?? new Intl.DateTimeFormat(tags[language], options);
  dates.set(key, known);
  return known;
}

export function formatNumber(language: Language, value: number, decimals = 0): string {
  return numberFormat(language, { maximumFractionDigits: decimals }).format(value);
}

export function formatPercent(language: Language, share: number, decimals = 1): string {
  const options = { style: "percent", maximumFractionDigits: decimals } as const;
  return numberFormat(language, options).format(share);
}

/** How people write toman, which has no code of its own: a tenth of the rial. */
const tomanNames: Record<Language, string> = { en: "toman", fa: "تومان", ru: "туман" };

/**
 * `minor`: in the currency's smallest unit, as the server counts; small change is written where
 * there is any.
 * `toman`: rials as toman. XXX, a store without a currency, has no sign.
 */
export function formatMoney(
  language: Language,
  minor: number,
  currency: string,
  toman = false,
): string {
  const style = { style: "currency", currency } as const;
  const digits = numberFormat("en", style).resolvedOptions().maximumFractionDigits ?? 2;
  const major = minor / 10 ** digits;
  if (toman && currency === "IRR") {
    return `${formatNumber(language, major / 10)} ${tomanNames[language]}`;
  }
  const change = Number.isInteger(major) ? 0 : digits;
  const exact = { minimumFractionDigits: change, maximumFractionDigits: change };
  if (currency === "XXX") return numberFormat(language, exact).format(major);
  return numberFormat(language, { ...style, ...exact }).format(major);
}

/** "Euro (EUR)", in the reader's language. */
export function currencyName(language: Language, code: string): string {
  const name = new Intl.DisplayNames(tags[language], { type: "currency" }).of(code) ?? code;
  return `${name} (${code})`;
}

/** A country by its code; a shop's own word for one stays as it is. */
export function regionName(language: Language, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(tags[language], { type: "region" }).of(code) ?? code;
}

/** "1.2M": for axes and narrow cells. */
export function formatShort(language: Language, value: number): string {
  const options = { notation: "compact", maximumFractionDigits: 1 } as const;
  return numberFormat(language, options).format(value);
}

// Below that the whole amount is as short as its rounding: "€5,064", not "€5.06k".
const roundedFrom = 10_000;
// Below that cents matter.
const centsUntil = 100;

function shortAmount(value: number, digits: number): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  if (size >= roundedFrom) return { notation: "compact", maximumSignificantDigits: 3 };
  if (size >= centsUntil || Number.isInteger(value)) return { maximumFractionDigits: 0 };
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** "€1.23m", "€27.50", "1.23M toman": what matters of amounts that stand large on a page. */
export function formatMoneyShort(
  language: Language,
  minor: number,
  currency: string,
  toman: boolean,
): string {
  const unit = moneyUnit(language, currency, toman);
  const value = minor / unit.minor;
  if (toman && currency === "IRR") {
    return `${numberFormat(language, shortAmount(value, 0)).format(value)} ${unit.name}`;
  }
  const options = shortAmount(value, unit.minor === 1 ? 0 : 2);
  if (currency === "XXX" || currency === "") return numberFormat(language, options).format(value);
  return numberFormat(language, { style: "currency", currency, ...options }).format(value);
}

/** What one whole unit is counted in: 1 of it is so many of the server's minor units. */
export function moneyUnit(
  language: Language,
  currency: string,
  toman: boolean,
): { minor: number; name: string } {
  if (currency === "XXX" || currency === "") return { minor: 100, name: "" };
  const format = numberFormat(language, { style: "currency", currency });
  const minor = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  if (toman && currency === "IRR") return { minor: minor * 10, name: tomanNames[language] };
  const sign = format.formatToParts(0).find(({ type }) => type === "currency")?.value;
  return { minor, name: sign ?? currency };
}

/**
 * A day as reports write it: "2026-11-21", or "1405-08-30" in a store with the Jalali calendar;
 * the same wherever it is read.
 */
export function formatDay(language: Language, day: string, calendar: Calendar): string {
  const at = calendar === "persian" ? dateOfJalali(day) : new Date(`${day}T00:00:00Z`);
  return dateFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(at);
}

/** "2026-11-22", "۱۴۰۵/۰۹/۰۱", "22.11.2026": a day as it is typed. */
export function formatDayNumbers(language: Language, day: string): string {
  const two = { minimumIntegerDigits: 2, useGrouping: false };
  const parts = day.split("-").map((part) => numberFormat(language, two).format(Number(part)));
  if (language === "ru") return parts.reverse().join(".");
  return parts.join(language === "fa" ? "/" : "-");
}

/** The shortest clear name of a weekday; 0 is Monday. */
export function formatWeekday(language: Language, weekday: number): string {
  const monday = Date.UTC(2024, 0, 1);
  const at = new Date(monday + weekday * 86_400_000);
  const width = language === "fa" ? "narrow" : "short";
  return dateFormat(language, { weekday: width, timeZone: "UTC" }).format(at);
}

const weekLabel = /^(\d+)-W(\d+)$/;
const quarterLabel = /^(\d+)-Q(\d)$/;

/**
 * A period as reports label it ("2026-01", "2026-W05", "2026-Q1", "2026", "2026-01-31"; "1404-01"
 * in a Jalali store), short enough for an axis: "Jan 2026", "فروردین ۱۴۰۴", "W5 2026".
 */
export function formatPeriod(language: Language, label: string, calendar: Calendar): string {
  const year = (digits: string) => plainNumber(language, Number(digits));
  const [, weekYear, week] = weekLabel.exec(label) ?? [];
  if (weekYear && week) {
    const comma = language === "fa" ? "،" : ",";
    const name = `${weekNames[language]} ${plainNumber(language, Number(week))}`;
    return `${name}${comma} ${year(weekYear)}`;
  }
  const [, quarterYear, quarter] = quarterLabel.exec(label) ?? [];
  if (quarterYear && quarter) {
    return `${quarterNames[language](plainNumber(language, Number(quarter)))} ${year(quarterYear)}`;
  }
  const parts = label.split("-");
  if (parts.length === 1) return year(label);
  if (parts.length === 3) return formatDay(language, label, calendar);
  const at =
    calendar === "persian"
      ? dateOfJalali(`${label}-01`)
      : new Date(`${label}-01T00:00:00Z`);
  // Without the era that a foreign calendar brings along: "Farvardin 1404 AP".
  const named = monthFormat(language, calendar).formatToParts(at);
  const part = (wanted: string) => named.find(({ type }) => type === wanted)?.value ?? "";
  return `${part("month")} ${part("year")}`;
}

const weekNames: Record<Language, string> = { en: "Week", fa: "هفتهٔ", ru: "Неделя" };
const quarterNames: Record<Language, (number: string) => string> = {
  en: (number) => `Q${number}`,
  fa: (number) => `سه‌ماههٔ ${number}`,
  ru: (number) => `${number} кв.`,
};

/** The store's calendar, in the reader's words: a Jalali month has a name in every language. */
function monthFormat(language: Language, calendar: Calendar): Intl.DateTimeFormat {
  const base = { en: "en-GB", fa: "fa-IR", ru: "ru-RU" }[language];
  const digits = language === "fa" ? "-nu-arabext" : "";
  const tag = `${base}-u-ca-${calendar === "persian" ? "persian" : "gregory"}${digits}`;
  const key = `month ${tag}`;
  const known =
    dates.get(key) ??
    new Intl.DateTimeFormat(tag, { month: "short", year: "numeric", timeZone: "UTC" });
  dates.set(key, known);
  return known;
}

/** Without marks of thousands: years and ordinals. */
function plainNumber(language: Language, value: number): string {
  return numberFormat(language, { useGrouping: false }).format(value);
}

export function formatTime(language: Language, at: string): string {
  return dateFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}

/** The day of an instant in the store's time zone. */
export function formatDate(language: Language, at: string, timeZone: string): string {
  return dateFormat(language, { dateStyle: "medium", timeZone }).format(new Date(at));
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 hours ago". */
export function formatAgo(language: Language, at: string, now: number): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(tags[language], { numeric: "auto" });
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(0, "minute");
}
