import type { Reports } from "../api/reports";

export type Kinds = Reports["kinds"]["data"];
export type KindFigures = Kinds["kinds"][number];
export type KindName = KindFigures["kind"];
/** What a customer was a month before; `not_yet`: not a customer. */
export type KindBefore = keyof KindFigures["moves"];

/** The order of the picture, at both of its sides. */
export const kindsBefore: readonly KindBefore[] = [
  "loyal",
  "need_based",
  "wandering",
  "discount",
  "too_few",
  "not_yet",
];

export interface Move {
  before: KindBefore;
  now: KindName;
  customers: number;
}

/** Who went where within the month, those who stayed among them, in the picture's order. */
export function movesOf({ kinds }: Kinds): Move[] {
  const moves = kinds.flatMap(({ kind, moves: from }) =>
    kindsBefore.map((before) => ({ before, now: kind, customers: from[before] })),
  );
  const place = ({ before, now }: Move) =>
    kindsBefore.indexOf(before) * kindsBefore.length + kindsBefore.indexOf(now);
  return moves.filter(({ customers }) => customers > 0).sort((a, b) => place(a) - place(b));
}

/** Those who are another kind now than they were, the most first; ties in the picture's order. */
export function changesOf(moves: readonly Move[], most: number): Move[] {
  return moves
    .filter(({ before, now }) => before !== now)
    .sort((a, b) => b.customers - a.customers)
    .slice(0, most);
}
