import type { BodyOf } from "@/shared/api/client";
import type { Language } from "@/shared/i18n/languages";

export type SettingsPatch = BodyOf<"patch", "/api/v1/settings">;

/** What a store's money is called by its owner: a currency, or toman, the unit of ten rials. */
export type Unit = string;
export const toman = "IRT";

/** The units that a new owner most likely wants, the likeliest first. */
export function likelyUnits(language: Language, zone: string): readonly Unit[] {
  if (language === "fa") return [toman, "IRR"];
  if (language === "ru") return ["RUB"];
  return [currencyOf(zone)];
}

function currencyOf(zone: string): string {
  if (zone === "Europe/London") return "GBP";
  if (zone === "Asia/Tehran") return toman;
  if (zone === "Europe/Moscow") return "RUB";
  if (zone.startsWith("Europe/")) return "EUR";
  return "USD";
}

/** The ways of a store whose owner reads this language and sits in this zone. */
export function presetFor(language: Language, zone: string, unit: Unit): SettingsPatch {
  const money = { currency: unit === toman ? "IRR" : unit, show_toman: unit === toman };
  if (language === "fa") {
    return {
      ...money,
      time_zone: "Asia/Tehran",
      calendar: "persian",
      first_weekday: "saturday",
      phone_region: "IR",
    };
  }
  if (language === "ru") {
    return {
      ...money,
      time_zone: "Europe/Moscow",
      calendar: "gregorian",
      first_weekday: "monday",
      phone_region: "RU",
    };
  }
  return { ...money, time_zone: zone, calendar: "gregorian", first_weekday: "monday" };
}

export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
