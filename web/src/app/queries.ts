import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { Problem } from "@/shared/api/problem";

const retries = 2;

/** `onSignedOut`: the server no longer knows who asks. */
export function makeQueries(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof Problem && error.code === "error.sign_in_first") onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // A refusal stays one; what broke on the way may mend.
        retry: (failures, error) =>
          failures < retries && error instanceof Problem && [0, 502, 503].includes(error.status),
        staleTime: 10_000,
      },
    },
  });
}
