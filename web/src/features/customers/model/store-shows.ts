/** How the store wants its money and days read. */
export interface StoreShows {
  toman: boolean;
  timeZone: string;
}
