/** What an import has to know of the store it comes into. */
export interface StoreWays {
  currency: string | null;
  /** Rials are shown as toman. */
  toman: boolean;
  isIranian: boolean;
}
