import type { Calendar } from "@/shared/lib/format";

/** How the store shows money and days. */
export interface ShownStore {
  currency: string;
  toman: boolean;
  unit: { name: string; minor: number };
  calendar: Calendar;
}
