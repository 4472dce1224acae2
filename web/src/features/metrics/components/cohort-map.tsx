import { ScrollArea, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { TakePicture } from "@/shared/charts/chart";
import { pictureOfTable } from "@/shared/charts/picture-of-table";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import type { Cohort, CohortMeasure } from "../model/cohort-map";
import type { ShowMoney } from "../model/show-money";
import { CohortReading, type CellPlace } from "./cohort-reading";
import { CohortTable } from "./cohort-table";

interface CohortMapProps {
  cohorts: readonly Cohort[];
  /** Those of the days compared with: their averages stand below the averages. */
  before: readonly Cohort[] | undefined;
  measure: CohortMeasure;
  calendar: Calendar;
  money: ShowMoney;
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** The map, and in words the cell that is pointed at or that the arrow keys have come to. */
export function CohortMap({ label, onDrawn, ...map }: CohortMapProps) {
  const t = useText();
  const place = useRef<HTMLTableElement>(null);
  const [read, setRead] = useState<CellPlace | null>(null);
  useEffect(() => {
    onDrawn(() => (place.current ? pictureOfTable(place.current) : ""));
  }, [onDrawn]);
  return (
    <>
      <ScrollArea tabIndex={0} role="group" aria-label={label} type="auto">
        <CohortTable {...map} ref={place} onReach={setRead} />
      </ScrollArea>
      <Text size="sm" c="dimmed" className="no-print numeric" aria-live="polite">
        {read === null ? t("web.cohorts.read_hint") : <CohortReading {...map} place={read} />}
      </Text>
    </>
  );
}
