import type { Customer } from "../api/customer";
import { type Channel, channels } from "./customer-search";

/** How somebody stands on each channel: the latest word, or null where nobody said anything. */
export function consentsNow(
  words: Customer["consents"],
): { channel: Channel; granted: boolean | null }[] {
  return channels.map((channel) => ({
    channel,
    granted: words.find((word) => word.channel === channel)?.granted ?? null,
  }));
}
