const zeros = [0x06f0, 0x0660]; // Persian, Arabic

/** "۱٬۲۰۰", "1 200.50" or "12" as a number; null: none. Marks of thousands are passed over. */
export function typedAmount(typed: string): number | null {
  const latin = typed
    .replace(/[۰-۹٠-٩]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = zeros.find((one) => code >= one && code < one + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/[\s٬'’\u00a0\u202f]/g, "")
    .replace(/,(?=\d{3}(\D|$))/g, "")
    .replace(/[,٫]/, ".");
  return /^\d+(\.\d+)?$/.test(latin) ? Number(latin) : null;
}
