import { SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Mark } from "@/shared/charts/marks";
import { Loaded } from "@/shared/ui/states";
import { snapshotQuery, untilOf } from "../../api/today";
import type { ReportRange } from "../../api/use-report-range";
import type { ShowMoney } from "../../model/show-money";
import type { QuietName } from "../../model/quiet";
import type { ReportSearch } from "../../model/report-search";
import { ClaimsSection } from "./claims-section";
import { KeyNumbers, KeyNumbersSkeleton } from "./key-numbers";
import { LifecycleSection } from "./lifecycle-section";
import { MoversSection } from "./movers-section";
import { QuietSection } from "./quiet-section";
import { SeasonsSection } from "./seasons-section";
import { StageNote } from "./stage-note";

interface TodayReportProps {
  range: ReportRange;
  search: ReportSearch;
  onChange: (change: Partial<ReportSearch>) => void;
  money: ShowMoney;
  linkTo: (group: string) => string;
  /** Some of a group by name, where the reader may know names. */
  namesOf?: ((group: QuietName) => ReactNode) | undefined;
  marks: readonly Mark[];
  /** What the owner set beside the numbers. */
  children?: ReactNode;
}

/** Everything of Today that a range of days decides. */
export function TodayReport(props: TodayReportProps) {
  const { range, search, onChange, money, linkTo, namesOf, marks } = props;
  const { asked, compared } = range;
  const until = untilOf(asked);
  const now = useQuery(snapshotQuery(asked));
  const before = useQuery({ ...snapshotQuery(compared ?? {}), enabled: compared !== null });
  return (
    <>
      <Loaded query={now} skeleton={<KeyNumbersSkeleton />}>
        {(data) => (
          <KeyNumbers
            now={data}
            before={compared === null ? null : (before.data ?? null)}
            until={until}
            money={money}
          />
        )}
      </Loaded>
      <StageNote until={until} />
      <LifecycleSection
        until={until}
        by={search.by ?? "month"}
        onBy={(by) => onChange({ by: by === "month" ? undefined : by })}
        marks={marks}
      />
      {props.children}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: "start" }}>
        {compared !== null && (
          <MoversSection
            asked={asked}
            compared={compared}
            by={search.break ?? "first_category"}
            onBy={(parts) => onChange({ break: parts === "first_category" ? undefined : parts })}
            money={money}
          />
        )}
        <div id="quiet">
          <QuietSection until={until} money={money} linkTo={linkTo} namesOf={namesOf} />
        </div>
      </SimpleGrid>
      <SeasonsSection until={until} money={money} marks={marks} />
      <ClaimsSection until={until} />
    </>
  );
}
