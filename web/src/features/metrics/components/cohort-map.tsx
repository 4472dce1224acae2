import { DirectionProvider, ScrollArea, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { TakePicture } from "@/shared/charts/chart";
import { pictureOfTable } from "@/shared/charts/picture-of-table";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { usePrinting } from "@/shared/ui/use-printing";
import { type Cohort, type CohortMeasure, columnsOf } from "../model/cohort-map";
import type { ShowMoney } from "../model/show-money";
import { stripsOf } from "../model/strips";
import { CohortReading, type CellPlace } from "./cohort-reading";
import { CohortTable } from "./cohort-table";

interface MapFacts {
  cohorts: readonly Cohort[];
  /** Those of the days compared with: their averages stand below the averages. */
  before: readonly Cohort[] | undefined;
  measure: CohortMeasure;
  calendar: Calendar;
  money: ShowMoney;
}

interface CohortMapProps extends MapFacts {
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** The map, and in words the cell that is pointed at or that the arrow keys have come to. */
export function CohortMap({ label, onDrawn, ...map }: CohortMapProps) {
  const t = useText();
  const place = useRef<HTMLTableElement>(null);
  const printing = usePrinting();
  const [read, setRead] = useState<CellPlace | null>(null);
  useEffect(() => {
    onDrawn(() => (place.current ? pictureOfTable(place.current) : ""));
  }, [onDrawn]);
  return (
    <>
      <DirectionProvider initialDirection="ltr" detectDirection={false}>
        <ScrollArea
          dir="ltr"
          tabIndex={0}
          role="group"
          aria-label={label}
          type="auto"
          className="no-print"
        >
          <CohortTable {...map} to={columnsOf(map.cohorts)} ref={place} onReach={setRead} />
        </ScrollArea>
      </DirectionProvider>
      {printing && <OnPaper {...map} />}
      <Text size="sm" c="dimmed" className="no-print numeric" aria-live="polite">
        {read === null ? t("web.cohorts.read_hint") : <CohortReading {...map} place={read} />}
      </Text>
    </>
  );
}

/** Paper cannot be moved sideways: strip below strip. */
function OnPaper(map: MapFacts) {
  return stripsOf(columnsOf(map.cohorts), map.measure).map((strip) => (
    <CohortTable key={strip.from} {...map} {...strip} />
  ));
}
