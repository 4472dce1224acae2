import assert from "node:assert/strict";

const decimalMarks = { en: ".", fa: "٫", ru: "," };

/** The numbers of a text, in the digits and marks of a language: "۴٬۳۷۱ مشتری، ۶۴٫۳٪" → [4371, 64.3]. */
export function numbersIn(text, language) {
  const mark = decimalMarks[language];
  const latin = text.replace(/[۰-۹]/g, (digit) => String("۰۱۲۳۴۵۶۷۸۹".indexOf(digit)));
  const found = latin.match(/\d(?:[\d.,٬٫\u00a0\u202f]*\d)?/g) ?? [];
  return found.map((one) => {
    const [whole, decimals = "0"] = one.split(mark);
    return Number(`${whole.replace(/\D/g, "")}.${decimals.replace(/\D/g, "")}`);
  });
}

/** The text holds the value, rounded as `decimals` say. */
export function assertShows(text, language, value, decimals = 0) {
  const off = 0.5 * 10 ** -decimals + 1e-9;
  const numbers = numbersIn(text, language);
  const isThere = numbers.some((number) => Math.abs(number - value) <= off);
  assert.ok(isThere, `${value} is not among ${numbers.join(", ")}: ${text}`);
}
