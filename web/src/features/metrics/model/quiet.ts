import type { Reports } from "../api/reports";

type Group = Reports["rfm"]["data"]["groups"][number];

/** Groups of the RFM map whose customers bought often or much, and not lately; dearest first. */
export const quietNames = ["cannot_lose", "at_risk", "need_attention"] as const;
export type QuietName = (typeof quietNames)[number];
export type QuietGroup = Group & { group: QuietName };

export function quietGroups(groups: readonly Group[]): QuietGroup[] {
  return quietNames.flatMap((name) => {
    const found = groups.find(({ group }) => group === name);
    return found && found.customers > 0 ? [{ ...found, group: name }] : [];
  });
}

/** Those who were worth most: what the page's first sentence speaks of. */
export function goneQuiet(groups: readonly Group[]): { customers: number; revenue: number } {
  const good = quietGroups(groups).filter(({ group }) => group !== "need_attention");
  return {
    customers: good.reduce((sum, { customers }) => sum + customers, 0),
    revenue: good.reduce((sum, { revenue_minor }) => sum + revenue_minor, 0),
  };
}
