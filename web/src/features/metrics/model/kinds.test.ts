import { expect, test } from "vitest";
import { changesOf, type KindFigures, type Kinds, movesOf } from "./kinds";

const nobody = { loyal: 0, discount: 0, need_based: 0, wandering: 0, too_few: 0, not_yet: 0 };

function aKind(kind: KindFigures["kind"], moves: Partial<KindFigures["moves"]>): KindFigures {
  return {
    kind,
    customers: 0,
    revenue_minor: 0,
    revenue_share: null,
    moves: { ...nobody, ...moves },
  };
}

const kinds = {
  kinds: [
    aKind("loyal", { loyal: 90, too_few: 5 }),
    aKind("discount", { too_few: 5, not_yet: 30 }),
    aKind("too_few", { loyal: 7, too_few: 400 }),
  ],
} as Kinds;

test("moves are told as the picture is read, those of nobody left out", () => {
  expect(movesOf(kinds).map(({ before, now }) => `${before}>${now}`)).toEqual([
    "loyal>loyal",
    "loyal>too_few",
    "too_few>loyal",
    "too_few>discount",
    "too_few>too_few",
    "not_yet>discount",
  ]);
});

test("what changed most comes first, and who stayed changed nothing", () => {
  const changes = changesOf(movesOf(kinds), 3);
  expect(changes.map(({ customers }) => customers)).toEqual([30, 7, 5]);
  expect(changes[2]).toEqual({ before: "too_few", now: "loyal", customers: 5 });
});
