import type { Language } from "@/shared/i18n/languages";
import { useLanguage } from "@/shared/i18n/texts";
import * as format from "./format";

/** What format.ts does, in the language of the page. */
export function useFormat(): Format {
  const language = useLanguage();
  return (formats[language] ??= formatIn(language));
}

export type Format = ReturnType<typeof formatIn>;

const formats: Partial<Record<Language, Format>> = {};

function formatIn(language: Language) {
  return {
    number: (value: number, decimals?: number) => format.formatNumber(language, value, decimals),
    short: (value: number) => format.formatShort(language, value),
    percent: (share: number, decimals?: number) =>
      format.formatPercent(language, share, decimals),
    money: (minor: number, currency: string, toman: boolean) =>
      format.formatMoney(language, minor, currency, toman),
    moneyShort: (minor: number, currency: string, toman: boolean) =>
      format.formatMoneyShort(language, minor, currency, toman),
    day: (day: string, calendar: format.Calendar) => format.formatDay(language, day, calendar),
    dayNumbers: (day: string) => format.formatDayNumbers(language, day),
    weekday: (weekday: number) => format.formatWeekday(language, weekday),
    period: (label: string, calendar: format.Calendar) =>
      format.formatPeriod(language, label, calendar),
    date: (at: string, timeZone: string) => format.formatDate(language, at, timeZone),
    time: (at: string) => format.formatTime(language, at),
    ago: (at: string) => format.formatAgo(language, at, Date.now()),
  };
}
