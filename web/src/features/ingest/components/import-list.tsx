import { Badge, Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { MoreButton } from "@/shared/ui/more-button";
import { EmptyNote, Loaded } from "@/shared/ui/states";
import { type Import, type ImportState, importsQuery } from "../api/imports";

const colors: Record<ImportState, string> = {
  queued: "gray",
  running: "teal",
  stopped: "yellow",
  done: "teal",
  failed: "red",
  cancelled: "gray",
  undone: "gray",
  undoing: "yellow",
};

/** `linked`: a link to the page of an import. */
export function ImportList({ linked }: { linked: (id: string, name: string) => ReactNode }) {
  const t = useText();
  const imports = useInfiniteQuery(importsQuery());
  return (
    <Loaded query={imports}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.items);
        if (all.length === 0) {
          return <EmptyNote title={t("web.import.none")}>{t("web.import.none_about")}</EmptyNote>;
        }
        return (
          <>
            <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
              {all.map((one) => (
                <Row key={one.id} one={one} linked={linked} />
              ))}
            </Stack>
            <MoreButton query={imports} />
          </>
        );
      }}
    </Loaded>
  );
}

function Row({ one, linked }: { one: Import; linked: (id: string, name: string) => ReactNode }) {
  const t = useText();
  const format = useFormat();
  const kind = one.kind as "orders" | "customers" | "products" | "demo";
  const files = one.files.join(", ");
  const kindName = t(`web.import.kind.${kind}`);
  return (
    <Group component="li" className="row" justify="space-between" gap="xs" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        {linked(one.id, files || kindName)}
        <Text size="sm" c="dimmed">
          {[
            ...(files === "" ? [] : [kindName]),
            format.time(one.started_at),
            ...countsOf(one, t),
          ].join(" · ")}
        </Text>
      </div>
      <Badge color={colors[one.state]} variant="light" style={{ flexShrink: 0 }} className="state">
        {t(`web.import.state.${one.state}`)}
      </Badge>
    </Group>
  );
}

function countsOf({ result, state }: Import, t: ReturnType<typeof useText>): string[] {
  if (result === null || state === "undone") return [];
  return [
    t(`web.import.count.${result.kind}`, { count: result[result.kind] }),
    ...(result.rejected > 0 ? [t("web.import.rejected", { count: result.rejected })] : []),
  ];
}
