import type { Calendar } from "@/shared/lib/format";

/** How the store wants its money and days read. */
export interface StoreShows {
  currency: string;
  toman: boolean;
  /** What people name its amounts in: so many minor units, and what it is called. */
  unit: { minor: number; name: string };
  timeZone: string;
  calendar: Calendar;
}
