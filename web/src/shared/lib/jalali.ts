const parts = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});
const msPerDay = 86_400_000;
const longMonths = 6; // of 31 days, before those of 30

export interface JalaliParts {
  year: number;
  month: number;
  day: number;
}

/** Midnight UTC of "1405-08-30". Intl knows the leap years: a guess is moved until it fits. */
export function dateOfJalali(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const before = (month - 1) * 30 + Math.min(month - 1, longMonths) + date - 1;
  const guess = Date.UTC(year + 621, 2, 20) + before * msPerDay;
  for (const shift of [0, 1, 2, -1]) {
    const at = new Date(guess + shift * msPerDay);
    const found = jalaliParts(at);
    if (found.year === year && found.month === month && found.day === date) return at;
  }
  return new Date(Number.NaN);
}

/** The Jalali day that contains this moment in UTC. */
export function jalaliParts(at: Date): JalaliParts {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    year: Number.parseInt(part.year ?? "", 10),
    month: Number(part.month),
    day: Number(part.day),
  };
}
