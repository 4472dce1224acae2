import { DirectionProvider, MantineProvider, useDirection } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { directionOf } from "@/shared/i18n/languages";
import { useLanguage } from "@/shared/i18n/texts";
import { colorSchemes } from "@/shared/ui/color-scheme";
import { theme, variables } from "@/shared/ui/theme";
import { ToastProvider } from "@/shared/ui/toast";

export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  return (
    <DirectionProvider detectDirection>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={colorSchemes}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queries}>
          <ToastProvider>
            <DirectionOfLanguage />
            {children}
          </ToastProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

function DirectionOfLanguage() {
  const language = useLanguage();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(directionOf(language)), [language, setDirection]);
  return null;
}
