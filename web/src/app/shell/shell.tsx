import { AppShell, Container } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { DemoBanner } from "@/features/ingest/components/demo-banner";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { BottomBar } from "./bottom-bar";
import { navigationFor } from "./navigation";
import { Sidebar } from "./sidebar";
import { TopBar } from "./top-bar";

/** The frame of all pages inside: a sidebar from 768 px up, a bar below on a phone. */
export function Shell() {
  const t = useText();
  const { data: session } = useQuery(sessionQuery());
  const navigate = useNavigate();
  const groups = navigationFor(session);
  return (
    <AppShell
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: true } }}
      header={{ height: 60 }}
      layout="alt"
      transitionDuration={0}
    >
      <a className="skip-link no-print" href="#main">
        {t("web.app.skip")}
      </a>
      <Sidebar groups={groups} />
      <TopBar session={session ?? null} />
      <AppShell.Main id="main" tabIndex={-1}>
        <Container size="lg" px={{ base: "md", sm: "lg" }} pt="lg" pb={{ base: 96, sm: 48 }}>
          <DemoBanner
            mayRemove={may(session, "imports_write")}
            onOwnData={() => void navigate({ to: paths.import })}
          />
          <Outlet />
        </Container>
      </AppShell.Main>
      <BottomBar groups={groups} />
    </AppShell>
  );
}
