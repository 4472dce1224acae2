/** Null where there is nothing to share. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
