/** "555", "5x4": in the reader's digits; in Persian, too, recency stands at the left. */
export function rfmShown(rfm: string, digit: (value: number) => string): string {
  return rfm.replace(/\d/g, (score) => digit(Number(score)));
}
