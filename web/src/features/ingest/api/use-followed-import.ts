import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Import, importQuery, type Progress } from "./imports";

// Where no events come: the line is dead, or the server starts anew.
const askAgainMs = 4000;

const open: readonly Import["state"][] = ["queued", "running", "stopped", "undoing"];
export const isOpen = (state: Import["state"] | undefined) =>
  state !== undefined && open.includes(state);

/** An import as it goes: by the server's events, and by asking where these stay away. */
export function useFollowedImport(id: string) {
  const queries = useQueryClient();
  const options = importQuery(id);
  const query = useQuery({
    ...options,
    refetchInterval: ({ state }) => (isOpen(state.data?.state) ? askAgainMs : false),
  });
  const goesOn = isOpen(query.data?.state);
  useEffect(() => {
    if (!goesOn) return;
    const { queryKey } = importQuery(id);
    const events = new EventSource(`/api/v1/imports/${encodeURIComponent(id)}/events`);
    events.addEventListener("progress", ({ data }: MessageEvent<string>) => {
      const progress = JSON.parse(data) as Progress;
      queries.setQueryData(queryKey, (now) => now && { ...now, ...stateOf(progress), progress });
    });
    events.addEventListener("done", () => {
      events.close();
      void queries.invalidateQueries(); // every number may be another now
    });
    return () => events.close();
  }, [goesOn, id, queries]);
  return query;
}

function stateOf({ phase }: Progress): Pick<Import, "state"> {
  return { state: phase === "undoing" ? "undoing" : "running" };
}
