const zeros = ["۰", "٠"]; // Persian, Arabic

/** "۱٬۲۰۰", "1 200.50" or "12" as a number; null: none. Marks of thousands are passed over. */
export function typedAmount(typed: string): number | null {
  const latin = typed
    .replace(/[۰-۹٠-٩]/g, (digit) => {
      const zero = zeros.find((one) => digit >= one && digit.charCodeAt(0) < one.charCodeAt(0) + 10);
      return zero ? String(digit.charCodeAt(0) - zero.charCodeAt(0)) : digit;
    })
    .replace(/[\s٬'’\u00a0\u202f]/g, "")
    .replace(/,(?=\d{3}(\D|$))/g, "")
    .replace(/[,٫]/, ".");
  return /^\d+(\.\d+)?$/.test(latin) ? Number(latin) : null;
}
