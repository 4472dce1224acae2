import { type Choices, choicesOf, type ImportKind, kinds } from "./choices";

/** What the import page keeps in its address: a reload loses nothing. */
export interface ImportSearch {
  upload?: string;
  rows?: ImportKind;
  choices?: Choices;
}

export function importSearch(search: Record<string, unknown>): ImportSearch {
  const rows = kinds.find((one) => one === search.rows);
  const choices = choicesOf(search.choices);
  return {
    ...(typeof search.upload === "string" && { upload: search.upload }),
    ...(rows && { rows }),
    ...(Object.keys(choices).length > 0 && { choices }),
  };
}
