import { Button, Group, Progress, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useText } from "@/shared/i18n/texts";
import { ErrorNote } from "@/shared/ui/states";
import { demoQuery, isMoving, useRemoveDemo } from "../api/demo";
import { paceOf } from "../model/progress";
import classes from "./import.module.css";

interface DemoBannerProps {
  mayRemove: boolean;
  onOwnData: () => void;
}

const all = 100;

/** Above every page of a store that is made up: nobody shall take its numbers for their own. */
export function DemoBanner({ mayRemove, onOwnData }: DemoBannerProps) {
  const t = useText();
  const queries = useQueryClient();
  const { data: demo } = useQuery(demoQuery());
  const remove = useRemoveDemo();
  const moves = isMoving(demo);
  const moved = useRef(moves);
  useEffect(() => {
    if (moved.current && !moves) void queries.invalidateQueries(); // every number is another now
    moved.current = moves;
  }, [moves, queries]);
  if (!demo || demo.state === "none") return null;
  const words = moves ? (demo.state === "undoing" ? "removing" : "making") : "there";
  const share = demo.progress ? paceOf(demo.progress).share : null;
  return (
    <aside className={`${classes.banner} no-print`} aria-label={t("web.demo.name")}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600} role="status">
          {t(`web.demo.${words}`)}
        </Text>
        {!moves && mayRemove && (
          <Button
            size="xs"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: onOwnData })}
          >
            {t("web.demo.own_data")}
          </Button>
        )}
      </Group>
      {moves && (
        <Progress
          mt={6}
          size="sm"
          value={(share ?? 1) * all}
          striped={share === null}
          animated={share === null}
          aria-label={t("web.import.progress")}
        />
      )}
      {remove.isError && <ErrorNote error={remove.error} />}
    </aside>
  );
}
