/** The fields by what a person looks for, most wanted first; each import takes those it knows. */
export const fieldGroups = {
  who: ["customer", "email", "phone", "name", "first_name", "last_name"],
  order: [
    "ordered_at",
    "order",
    "status",
    "fulfilment",
    "cancelled_at",
    "modified_at",
    "test",
    "source",
    "coupon",
  ],
  money: ["total", "amount", "currency", "discount", "refund", "shipping", "tax"],
  goods: [
    "product",
    "title",
    "variant",
    "category",
    "quantity",
    "unit_price",
    "line_discount",
    "cost",
    "unit_cost",
  ],
  about: [
    "city",
    "region",
    "country",
    "address",
    "zip",
    "gender",
    "birthday",
    "locale",
    "tags",
    "consent_email",
    "consent_sms",
  ],
} as const;

export type FieldGroup = keyof typeof fieldGroups;

/** The groups with those of `known`; a field that no group names stands in the last. */
export function groupsOf(known: readonly string[]): { group: FieldGroup; fields: string[] }[] {
  const grouped = Object.entries(fieldGroups).map(([group, names]) => ({
    group: group as FieldGroup,
    fields: (names as readonly string[]).filter((name) => known.includes(name)),
  }));
  const named = new Set<string>(grouped.flatMap(({ fields }) => fields));
  grouped.at(-1)?.fields.push(...known.filter((name) => !named.has(name)));
  return grouped.filter(({ fields }) => fields.length > 0);
}
