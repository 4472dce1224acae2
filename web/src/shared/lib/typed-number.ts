/** Digits of any script people here type, as "0" to "9". */
export function latinDigits(typed: string): string {
  return typed.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * "۱٬۲۵۰", "1,250.5" or "312,5" as a number; null: none. A lone comma before three digits marks
 * thousands, before any other number of digits the decimals.
 */
export function typedNumber(typed: string): number | null {
  const latin = latinDigits(typed)
    .replace(/[\s\u00a0\u202f\u200e\u200f'’٬]/g, "")
    .replace("٫", ".");
  const plain = /^\d+,\d{1,2}$|^\d+,\d{4,}$/.test(latin)
    ? latin.replace(",", ".")
    : latin.replace(/,(?=\d{3}(\D|$))/g, "");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
