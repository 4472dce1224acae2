const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const leftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;

/** A name of the other direction, walled in (FSI … PDI): the sentence around it stays whole. */
export function isolated(text: string, direction: "ltr" | "rtl"): string {
  const isForeign = direction === "ltr" ? rightToLeft.test(text) : leftToRight.test(text);
  return isForeign ? `\u2068${text}\u2069` : text;
}
