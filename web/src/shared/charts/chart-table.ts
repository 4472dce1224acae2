/** The numbers of a chart as rows: for its table, its CSV and a screen reader. */
export interface ChartColumn {
  name: string;
  /** How a person reads a value; the CSV holds the value itself. */
  show?: (value: number) => string;
}

export type Cell = string | number | null;

export interface ChartTable {
  columns: readonly ChartColumn[];
  rows: readonly (readonly Cell[])[];
}

/** RFC 4180, with a byte order mark: without one Excel takes UTF-8 for the system's code page. */
export function toCsv({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

// A text that begins like a formula would be run by a spreadsheet.
const formula = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function showCell(cell: Cell, column: ChartColumn | undefined): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  return column?.show ? column.show(cell) : String(cell);
}
