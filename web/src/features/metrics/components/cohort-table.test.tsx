import { fireEvent, render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { aCohort } from "@/testing/builders";
import { CohortTable } from "./cohort-table";

const money = { full: String, short: String, withUnit: String, unit: "€", minor: 100 };

test("a cell that is scrolled below a resting pointer is not pointed at", () => {
  const reached = vi.fn();
  const cohorts = [aCohort(10, [10, 4]), { ...aCohort(10, [10, 3]), period: "2026-02" }];
  const { container } = render(
    <CohortTable
      cohorts={cohorts}
      before={undefined}
      measure="customers"
      calendar="gregorian"
      money={money}
      to={2}
      onReach={reached}
    />,
  );
  const cell = (cohort: number, offset: number) =>
    container.querySelector(`[data-cohort="${cohort}"][data-offset="${offset}"]`) ?? container;
  fireEvent.mouseOver(cell(0, 1), { clientX: 50, clientY: 80 });
  fireEvent.focus(cell(1, 1));
  fireEvent.mouseOver(cell(1, 0), { clientX: 50, clientY: 80 });
  expect(reached.mock.calls).toEqual([[{ cohort: 0, offset: 1 }], [{ cohort: 1, offset: 1 }]]);
  fireEvent.mouseOver(cell(1, 0), { clientX: 50, clientY: 81 });
  expect(reached).toHaveBeenLastCalledWith({ cohort: 1, offset: 0 });
});
