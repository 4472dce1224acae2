/** The shops whose export is told step by step; a file from elsewhere comes by Excel. */
export const shops = ["woocommerce", "shopify", "insales", "excel"] as const;
export type Shop = (typeof shops)[number];

export const stepsOf = (shop: Shop) =>
  ([1, 2, 3, 4] as const).map((step) => `web.export.${shop}.${step}` as const);
