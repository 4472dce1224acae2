import "@mantine/core/styles.css";
import "@/shared/ui/fonts.css";
import "@/shared/ui/global.css";

import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startingLanguage } from "@/shared/i18n/languages";
import { startTexts } from "@/shared/i18n/texts";
import { refuseStrayFiles } from "@/shared/ui/file-drop";
import { printLight } from "@/shared/ui/print-light";
import { Providers } from "./providers";
import { makeQueries } from "./queries";
import { makeRouter } from "./router";
import { putOnStyles } from "./starting/late-styles";

async function start(root: HTMLElement): Promise<void> {
  const queries = makeQueries(() => {
    queries.setQueryData(["session"], null);
    void router.invalidate();
  });
  const router = makeRouter(queries);
  printLight();
  refuseStrayFiles();
  // The frame of index.html stands until all is there that the first page is drawn with.
  await Promise.all([startTexts(startingLanguage()), router.load(), putOnStyles()]);
  createRoot(root).render(
    <StrictMode>
      <Providers queries={queries}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root) void start(root);
