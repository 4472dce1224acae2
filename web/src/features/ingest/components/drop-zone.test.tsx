import { createEvent, fireEvent } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { refuseStrayFiles } from "@/shared/ui/file-drop";
import { renderApp } from "@/testing/render-app";
import { DropZone } from "./drop-zone";

const file = new File(["order,day\n1,2026-01-01\n"], "orders.csv");
const brought = { dataTransfer: { types: ["Files"], files: [file], dropEffect: "none" } };

/** Whether the browser is kept from opening what is dropped. */
function dropOn(place: Element): boolean {
  const drop = createEvent.drop(place, brought);
  fireEvent(place, drop);
  return drop.defaultPrevented;
}

test("a file dropped anywhere in the window is taken", () => {
  const onFile = vi.fn();
  renderApp(<DropZone onFile={onFile} />);
  expect(dropOn(document.body)).toBe(true);
  expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
});

test("on a page that takes none, a dropped file is not opened instead of the page", () => {
  expect(dropOn(document.body)).toBe(false);
  refuseStrayFiles();
  expect(dropOn(document.body)).toBe(true);
});
