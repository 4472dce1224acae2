import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { ToastProvider } from "@/shared/ui/toast";

/** A part of the dashboard with what surrounds every page, without a router or animations. */
export function renderApp(part: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <ToastProvider>{part}</ToastProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, queries };
}
