import type { Choices, FilePreview } from "./choices";

export interface ColumnView {
  index: number;
  name: string;
  samples: readonly string[];
  /** A field's name, or one of `fates`. */
  meaning: string;
  /** Customers are told apart by it. */
  tells: boolean;
  why: "told" | "found" | "empty" | "repeats" | "kept" | "left";
}

type Column = FilePreview["columns"][number];

/** The columns of a file as they will be read: the person's word, else the server's guess. */
export function columnViews(file: FilePreview, choices: Choices): ColumnView[] {
  return file.columns.map((column, index) => {
    const told = choices.columns?.[index];
    return {
      index,
      name: column.name,
      samples: column.samples,
      meaning: told ?? guessed(file, column),
      tells: column.field === "customer",
      why: told === undefined ? whyOf(column) : "told",
    };
  });
}

/** Of a column that tells customers the e-mail, phone or name that it is, where it is one. */
function guessed(file: FilePreview, column: Column): string {
  if (column.field === "customer" && column.reason === "kind") {
    const own = file.fields.find(
      (field) => field.field !== "customer" && field.column === column.name,
    );
    if (own) return own.field;
  }
  if (column.field !== null) return column.field;
  const isKept = column.reason === "customer" || column.reason === "order";
  return isKept ? `${column.reason}:` : "ignore";
}

function whyOf({ field, reason }: Column): ColumnView["why"] {
  if (field !== null) return reason === "told" ? "told" : "found";
  if (reason === "empty" || reason === "repeats") return reason;
  return reason === "customer" || reason === "order" ? "kept" : "left";
}
