import { useState } from "react";
import { recallDraft, rememberDraft } from "./remember";

/**
 * A text that is being written: there again after a reload or a look at another page, until it is
 * sent or taken back to what it was (`initial`).
 */
export function useDraft(name: string, initial = "") {
  const [text, setText] = useState(() => recallDraft(name) || initial);
  const change = (next: string) => {
    setText(next);
    rememberDraft(name, next === initial ? "" : next);
  };
  return [text, change] as const;
}
