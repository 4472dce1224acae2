import type { Customer } from "../api/customer";
import { type Channel, channels } from "./customer-search";

export interface ConsentNow {
  channel: Channel;
  granted: boolean;
  word: "yes" | "no" | "unknown";
}

/** How somebody stands on each channel: by the latest word, where anybody said one. */
export function consentsNow(words: Customer["consents"]): ConsentNow[] {
  return channels.map((channel) => {
    const granted = words.find((word) => word.channel === channel)?.granted;
    const word = granted === undefined ? "unknown" : granted ? "yes" : "no";
    return { channel, granted: granted ?? false, word };
  });
}
