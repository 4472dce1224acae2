/** "555", "5x4": scores in the reader's digits; in Persian, too, the first one stands at the left. */
export function rfmShown(rfm: string, digit: (value: number) => string): string {
  return rfm.replace(/\d/g, (score) => digit(Number(score)));
}
