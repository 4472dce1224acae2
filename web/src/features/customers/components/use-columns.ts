import { useState } from "react";
import { recall, remember } from "@/shared/lib/remember";
import { type ColumnName, readColumns, writeColumns } from "../model/columns";

const name = "customer_columns";

/** The columns that this browser's reader wants to see. */
export function useColumns(): [ColumnName[], (columns: ColumnName[]) => void] {
  const [columns, setColumns] = useState(() => readColumns(recall(name)));
  const change = (chosen: ColumnName[]) => {
    setColumns(chosen);
    remember(name, writeColumns(chosen));
  };
  return [columns, change];
}
