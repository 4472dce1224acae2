/** Null where there is nothing to share. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

interface Figures {
  customers: number;
  revenue_minor: number;
}

export function totalOf(parts: readonly Figures[]): { customers: number; revenue: number } {
  return {
    customers: parts.reduce((sum, part) => sum + part.customers, 0),
    revenue: parts.reduce((sum, part) => sum + part.revenue_minor, 0),
  };
}

/** What share of customers and of revenue each part has, by its name. */
export function sharesByName<P extends Figures>(parts: readonly P[], nameOf: (part: P) => string) {
  const { customers, revenue } = totalOf(parts);
  const shares = (part: P) => ({
    customers: shareOf(part.customers, customers),
    revenue: shareOf(part.revenue_minor, revenue),
  });
  return new Map(parts.map((part) => [nameOf(part), shares(part)]));
}
