import type { PriceMonth } from "@/shared/api/board";
import { latinDigits, typedNumber } from "@/shared/lib/typed-number";

export interface TypedPrices {
  months: PriceMonth[];
  /** Lines that were not understood, counted from 1. */
  faults: { line: number; text: string }[];
}

const monthAndRest = /^\s*"?(\d{4})[-/.](\d{1,2})"?\s*[;,\t :=]\s*"?(.+?)"?\s*$/;
const lastMonth = 12;

/**
 * A table of months as it is typed, pasted from a spreadsheet or read from a CSV: a month of
 * either calendar and its index on each line, ascending. A heading without digits is passed over.
 */
export function typedPrices(text: string): TypedPrices {
  const read: TypedPrices = { months: [], faults: [] };
  text
    .replace("\ufeff", "")
    .split(/\r?\n/)
    .forEach((raw, index) => {
      const line = latinDigits(raw);
      if (!/\d/.test(line)) return;
      const [, year = "", month = "", rest = ""] = monthAndRest.exec(line) ?? [];
      const number = typedNumber(rest);
      const isMonth = Number(month) >= 1 && Number(month) <= lastMonth;
      if (!isMonth || number === null || number <= 0) {
        read.faults.push({ line: index + 1, text: raw.trim() });
        return;
      }
      read.months.push({ month: `${year}-${month.padStart(2, "0")}`, index: number });
    });
  read.months.sort((a, b) => (a.month < b.month ? -1 : 1));
  return read;
}

/** The table as it is typed: what a text field starts with. */
export function pricesAsText(months: readonly PriceMonth[]): string {
  return months.map(({ month, index }) => `${month}\t${index}`).join("\n");
}
