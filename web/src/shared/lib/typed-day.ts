import { isDay } from "./days";
import type { Calendar } from "./format";

const zeros = ["۰", "٠"]; // Persian, Arabic

/**
 * "۱۴۰۵/۸/۳۰", "1405-08-30" or "30.08.1405" as "1405-08-30"; null: no such day. With points nobody
 * means the month first.
 */
export function typedDay(typed: string, calendar: Calendar): string | null {
  const latin = typed.replace(/[۰-۹٠-٩]/g, (digit) => {
    const zero = zeros.find((one) => digit >= one && digit.charCodeAt(0) < one.charCodeAt(0) + 10);
    return zero ? String(digit.charCodeAt(0) - zero.charCodeAt(0)) : digit;
  });
  const [, year = "", month = "", date = ""] =
    /^\s*(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})\s*$/.exec(latin) ?? turned(latin);
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day, calendar) ? day : null;
}

function turned(latin: string): string[] {
  const [, date = "", month = "", year = ""] =
    /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(latin) ?? [];
  return ["", year, month, date];
}
