import { Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { MoreButton } from "@/shared/ui/more-button";
import { Section } from "@/shared/ui/section";
import { EmptyNote, ListSkeleton, Loaded } from "@/shared/ui/states";
import { type TimelineItem, timelineQuery } from "../api/customer";
import type { StoreShows } from "../model/store-shows";
import { NoteForm } from "./note-form";
import { TimelineRow } from "./timeline-row";

interface CustomerTimelineProps {
  id: string;
  store: StoreShows;
  mayWrite: boolean;
  /** What people are called, by id. */
  names: ReadonlyMap<string, string>;
}

/** Everything that happened, the latest first; notes are written at its head. */
export function CustomerTimeline({ id, store, mayWrite, names }: CustomerTimelineProps) {
  const t = useText();
  const query = useInfiniteQuery(timelineQuery(id));
  return (
    <Section title={t("web.customer.timeline")} about={t("web.customer.timeline_about")}>
      {mayWrite && <NoteForm customer={id} />}
      <Loaded query={query} skeleton={<ListSkeleton rows={6} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <EmptyNote icon="log" title={t("web.customer.nothing")}>
                <Text c="dimmed">{t("web.customer.nothing_about")}</Text>
              </EmptyNote>
            );
          }
          return (
            <>
              <Stack component="ol" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
                {items.map((item) => (
                  <li key={keyOf(item)} className="row">
                    <TimelineRow
                      customer={id}
                      item={item}
                      store={store}
                      mayWrite={mayWrite}
                      names={names}
                    />
                  </li>
                ))}
              </Stack>
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function keyOf({ what, at, order, note, channel }: TimelineItem): string {
  return `${what} ${at} ${order ?? note?.id ?? channel ?? ""}`;
}
