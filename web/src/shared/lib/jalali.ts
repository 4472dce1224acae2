const parts = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});
const msPerDay = 86_400_000;
const longMonths = 6; // of 31 days, before those of 30

/** Midnight UTC of "1405-08-30". Intl knows the leap years: a guess is moved until it fits. */
export function dateOfJalali(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const before = (month - 1) * 30 + Math.min(month - 1, longMonths) + date - 1;
  const guess = Date.UTC(year + 621, 2, 20) + before * msPerDay;
  for (const shift of [0, 1, 2, -1]) {
    const at = new Date(guess + shift * msPerDay);
    if (reads(at, year, month, date)) return at;
  }
  return new Date(Number.NaN);
}

function reads(at: Date, year: number, month: number, date: number): boolean {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return (
    Number.parseInt(part.year ?? "", 10) === year &&
    Number(part.month) === month &&
    Number(part.day) === date
  );
}
