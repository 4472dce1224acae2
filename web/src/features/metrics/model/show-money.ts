/** How the store writes its money; amounts in minor units. */
export interface ShowMoney {
  full: (minor: number) => string;
  /** For cells and axes: "1.2 M", without the currency. */
  short: (minor: number) => string;
  /** "€1.2M", "1.2 M toman": for large numbers that stand alone. */
  withUnit: (minor: number) => string;
  /** What `short` leaves out: "€", "toman". */
  unit: string;
  /** Minor units of one whole unit. */
  minor: number;
}
