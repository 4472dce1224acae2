import { expect, test } from "vitest";
import {
  formatAgo,
  formatDay,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatMoneyShort,
  formatShort,
  moneyUnit,
} from "./format";

const plain = (text: string) => text.replace(/[\u00a0\u202f\u200e\u200f]/g, " ").trim();

test("numbers take the language's digits and marks", () => {
  expect(formatNumber("en", 1234567)).toBe("1,234,567");
  expect(formatNumber("fa", 1234567)).toBe("۱٬۲۳۴٬۵۶۷");
  expect(plain(formatNumber("ru", 1234567))).toBe("1 234 567");
});

test("a share is written as a percentage", () => {
  expect(formatPercent("en", 0.376)).toBe("37.6%");
  expect(plain(formatPercent("fa", 0.376))).toContain("۳۷٫۶");
});

test("days are Jalali in Persian, and do not move with the reader's time zone", () => {
  expect(formatDay("en", "2026-03-21", "gregorian")).toBe("21 Mar 2026");
  expect(formatDay("fa", "2026-03-21", "gregorian")).toContain("۱۴۰۵");
});

test("a day of a Jalali store is that day in every language", () => {
  expect(formatDay("fa", "1405-01-01", "persian")).toContain("۱۴۰۵");
  expect(formatDay("en", "1405-01-01", "persian")).toBe("21 Mar 2026");
  expect(formatDay("en", "1403-12-30", "persian")).toBe("20 Mar 2025"); // a leap year's last day
  expect(formatDay("en", "1402-08-29", "persian")).toBe("20 Nov 2023");
});

test("amounts are divided by the currency's minor unit", () => {
  expect(formatMoney("en", 123_450, "EUR")).toBe("€1,234.50");
  expect(formatMoney("ru", 123_450, "RUB")).toBe("1\u00a0234,50\u00a0₽");
  expect(formatMoney("en", 123_400, "EUR")).toBe("€1,234");
  expect(formatMoney("en", 1200, "JPY")).toContain("1,200");
});

test("toman is a tenth of the rial, and of nothing else", () => {
  expect(formatMoney("fa", 24_000_000, "IRR", true)).toBe("۲٬۴۰۰٬۰۰۰ تومان");
  expect(formatMoney("en", 123_400, "EUR", true)).toBe("€1,234");
});

test("a store without a currency shows bare numbers", () => {
  expect(formatMoney("en", 123_400, "XXX")).toBe("1,234");
  expect(formatMoney("en", 123_405, "XXX")).toBe("1,234.05");
});

test("the past is told in the largest whole unit", () => {
  const now = Date.parse("2026-05-10T12:00:00Z");
  expect(formatAgo("en", "2026-05-10T11:59:40Z", now)).toBe("this minute");
  expect(formatAgo("en", "2026-05-10T09:10:00Z", now)).toBe("2 hours ago");
  expect(formatAgo("en", "2026-05-07T12:00:00Z", now)).toBe("3 days ago");
});

test("periods are named in the store's calendar and the reader's language", () => {
  expect(formatPeriod("en", "2026-01", "gregorian")).toBe("Jan 2026");
  expect(formatPeriod("ru", "2026-01", "gregorian")).toBe("янв. 2026");
  expect(formatPeriod("fa", "1404-01", "persian")).toBe("فروردین ۱۴۰۴");
  expect(formatPeriod("en", "1404-01", "persian")).toBe("Farvardin 1404");
  expect(formatPeriod("fa", "2026-W05", "gregorian")).toBe("هفتهٔ ۵، ۲۰۲۶");
  expect(formatPeriod("en", "2026-Q2", "gregorian")).toBe("Q2 2026");
  expect(formatPeriod("ru", "2026", "gregorian")).toBe("2026");
});

test("an axis counts in whole units of the currency, rials in toman where the store does", () => {
  expect(moneyUnit("en", "EUR", false)).toEqual({ minor: 100, name: "€" });
  expect(moneyUnit("en", "JPY", false).minor).toBe(1);
  expect(moneyUnit("fa", "IRR", true).name).toBe("تومان");
  expect(moneyUnit("fa", "IRR", true).minor).toBe(10 * moneyUnit("fa", "IRR", false).minor);
  expect(plain(formatShort("ru", 1_234_567))).toBe("1,2 млн");
});

test("large amounts are rounded to what matters, small ones are whole", () => {
  expect(formatMoneyShort("en", 123_456_789, "EUR", false)).toBe("€1.23m");
  expect(formatMoneyShort("en", 506_400, "EUR", false)).toBe("€5,064");
  expect(formatMoneyShort("en", 2750, "EUR", false)).toBe("€27.50");
  expect(formatMoneyShort("en", 2900, "EUR", false)).toBe("€29");
  expect(formatMoneyShort("fa", 9_999_000, "IRR", true)).toBe("۱\u00a0میلیون تومان");
});
