import { Text } from "@mantine/core";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { changesOf, type Kinds, kindsBefore, type Move, movesOf } from "../model/kinds";
import { KindMovesChart } from "./kind-moves-chart";

const shownChanges = 5;

/** Who was of which kind a month ago, and is of which now. */
export function KindMoves({ kinds }: { kinds: Kinds }) {
  const t = useText();
  const format = useFormat();
  const moves = movesOf(kinds);
  const changes = changesOf(moves, shownChanges);
  const words = ({ before, now, customers }: Move) =>
    t("web.kind.move", {
      count: customers,
      before: t(`web.kind.${before}`),
      now: t(`web.kind.${now}`),
    });
  const table: ChartTable = {
    columns: [
      { name: t("web.kind.a_month_ago") },
      ...kinds.kinds.map(({ kind }) => ({ name: t(`web.kind.${kind}`), show: format.number })),
    ],
    rows: kindsBefore.map((before) => [
      t(`web.kind.${before}`),
      ...kinds.kinds.map(({ moves: from }) => from[before]),
    ]),
  };
  return (
    <ChartSection
      name="kind-moves"
      title={t("web.kind.moves")}
      about={t("web.kind.moves_about")}
      table={table}
    >
      {(onDrawn) => (
        <>
          <KindMovesChart moves={moves} label={changes.map(words).join("; ")} onDrawn={onDrawn} />
          {changes.length > 0 ? (
            <Text component="ul" size="sm" m={0} ps="lg">
              {changes.map((move) => (
                <li key={`${move.before} ${move.now}`}>{words(move)}</li>
              ))}
            </Text>
          ) : (
            <Text size="sm" c="dimmed">
              {t("web.kind.no_moves")}
            </Text>
          )}
        </>
      )}
    </ChartSection>
  );
}
