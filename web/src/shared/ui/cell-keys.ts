import type { KeyboardEvent } from "react";

type Step = readonly [rows: number, columns: number];

const far = 10_000;
const steps: Record<string, Step> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -far],
  End: [0, far],
};

/**
 * Moves the focus from cell to cell of a table by arrow keys, Home and End, the way the page runs;
 * over cells without anything to be focused. Put on the table as its `onKeyDown`.
 */
export function moveByKeys(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = (event.target as Element).closest<HTMLTableCellElement>("td, th");
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
  const isByArrow = Math.abs(step[1]) === 1;
  const next = nextFrom(cell, [step[0], isMirrored && isByArrow ? -step[1] : step[1]]);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nextFrom(cell: HTMLTableCellElement, [down, aside]: Step): HTMLElement | null {
  const row = cell.closest("tr");
  const rows = row?.closest("table")?.rows;
  if (!row || !rows) return null;
  if (Math.abs(aside) === far) {
    const cells = [...row.cells];
    return (aside > 0 ? cells.reverse() : cells).map(stopOf).find((stop) => stop !== null) ?? null;
  }
  let [line, column] = [row.rowIndex + down, cell.cellIndex + aside];
  while (rows[line]?.cells[column]) {
    const stop = stopOf(rows[line]?.cells[column]);
    if (stop) return stop;
    [line, column] = [line + down, column + aside];
  }
  return null;
}

/** What takes the focus in a cell: itself, or the link in it. */
function stopOf(cell: HTMLTableCellElement | undefined): HTMLElement | null {
  if (!cell) return null;
  return cell.tabIndex >= 0 || cell.hasAttribute("tabindex") ? cell : cell.querySelector("a");
}
