import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { moveByKeys } from "./cell-keys";

function renderMap(direction: "ltr" | "rtl") {
  render(
    <table style={{ direction }} onKeyDown={moveByKeys}>
      <tbody>
        <tr>
          <th>5</th>
          <td tabIndex={0}>a</td>
          <td>nothing</td>
          <td>
            <a href="#c">c</a>
          </td>
        </tr>
        <tr>
          <th>4</th>
          <td tabIndex={-1}>d</td>
          <td tabIndex={-1}>e</td>
          <td tabIndex={-1}>f</td>
        </tr>
      </tbody>
    </table>,
  );
  screen.getByText("a").focus();
}

const focused = () => document.activeElement?.textContent;

test("arrow keys go from cell to cell, over those that lead nowhere", async () => {
  renderMap("ltr");
  await userEvent.keyboard("{ArrowRight}");
  expect(focused()).toBe("c");
  await userEvent.keyboard("{ArrowDown}{ArrowLeft}");
  expect(focused()).toBe("e");
  await userEvent.keyboard("{Home}");
  expect(focused()).toBe("d");
  await userEvent.keyboard("{ArrowLeft}");
  expect(focused()).toBe("d");
  await userEvent.keyboard("{End}");
  expect(focused()).toBe("f");
});

test("where the page runs from right to left, so do the arrows", async () => {
  renderMap("rtl");
  await userEvent.keyboard("{ArrowLeft}");
  expect(focused()).toBe("c");
});
