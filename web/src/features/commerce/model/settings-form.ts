import type { Settings } from "../api/settings";
import type { SettingsPatch } from "./presets";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** Orders that count besides those that are paid, sent or completed. */
export const counted = [
  "count_unpaid",
  "count_cancelled",
  "count_refunded",
  "count_zero_value",
  "count_test",
] as const;

export type SettingsValues = Settings & Record<string, unknown>;

/** What was changed, and nothing else: two people may change different things. */
export function changesOf(before: Settings, now: Settings): SettingsPatch {
  const names = Object.keys(before) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => now[name] !== before[name]).map((name) => [name, now[name]]),
  );
}

/** Changes that are not saved yet, as text; empty: none. */
export function draftOf(changes: SettingsPatch): string {
  return Object.keys(changes).length === 0 ? "" : JSON.stringify(changes);
}

/** The same read again; what is no setting by name and kind is left out. */
export function draftedChanges(draft: string, settings: Settings): Partial<Settings> {
  const known: Record<string, unknown> = { ...settings };
  try {
    const read = JSON.parse(draft) as Record<string, unknown>;
    const fits = ([name, value]: [string, unknown]) =>
      name in known && (known[name] === null || typeof known[name] === typeof value);
    return Object.fromEntries(Object.entries(read).filter(fits));
  } catch {
    return {};
  }
}

const basisPoints = 100;
export const percentOf = (margin: number) => margin / basisPoints;
export const marginOf = (percent: number) => Math.round(percent * basisPoints);

/** All zones that the browser knows; the store's own among them in any case. */
export function zonesWith(own: string): string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return all.includes(own) ? all : [own, ...all];
}

/** Countries whose numbers people dial without a prefix; the store's own among them. */
export function regionsWith(own: string): string[] {
  const all = [
    "IR", "RU", "GB", "DE", "FR", "ES", "IT", "NL", "BE", "AT", "CH", "PL", "SE", "TR", "AE",
    "IQ", "AF", "AM", "AZ", "GE", "KZ", "KG", "TJ", "TM", "UZ", "BY", "UA", "IN", "CN", "US",
    "CA", "AU",
  ];
  return own === "" || all.includes(own) ? all : [own, ...all];
}
