/** The names that the server gives, best first. */
const rfmGroups = [
  "champions",
  "loyal",
  "potential_loyal",
  "new",
  "promising",
  "need_attention",
  "about_to_sleep",
  "cannot_lose",
  "at_risk",
  "hibernating",
  "lost",
] as const;
export type RfmGroupName = (typeof rfmGroups)[number];

export function isRfmGroup(name: string): name is RfmGroupName {
  return rfmGroups.some((known) => known === name);
}
