import { Button, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { useChangeSettings } from "@/features/commerce/api/settings";
import { UnitChoice } from "@/features/commerce/components/unit-choice";
import { browserZone, likelyUnits, presetFor } from "@/features/commerce/model/presets";
import { useMakeDemo } from "@/features/ingest/api/demo";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import { ErrorNote } from "@/shared/ui/states";

/** The first page of a new store: what it counts in, and whether it begins made up or real. */
export function WelcomePage() {
  const t = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  const zone = browserZone();
  const likely = likelyUnits(language, zone);
  const [chosen, setChosen] = useState<string | null>(null);
  const unit = chosen ?? likely[0] ?? "EUR";
  const settings = useChangeSettings();
  const demo = useMakeDemo();
  const isBusy = settings.isPending || demo.isPending;
  const begin = (next: () => Promise<unknown>) => {
    settings
      .mutateAsync({ patch: presetFor(language, zone, unit) })
      .then(next)
      .catch(() => undefined); // shown by the mutation that failed
  };
  const ways = [
    {
      name: "demo" as const,
      act: () => demo.mutateAsync().then(() => navigate({ to: paths.today })),
    },
    { name: "own" as const, act: () => navigate({ to: paths.import }) },
  ];
  return (
    <Page
      title={t("web.welcome.title", { name: me?.user.name ?? "" })}
      about={t("web.welcome.about")}
    >
      <Section title={t("web.welcome.money")}>
        <UnitChoice likely={likely} value={unit} onChange={setChosen} />
        <Text size="sm" c="dimmed">
          {t(`web.welcome.preset.${language}`, { zone })} {t("web.welcome.change_later")}
        </Text>
      </Section>
      {settings.isError && <ErrorNote error={settings.error} />}
      {demo.isError && <ErrorNote error={demo.error} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {ways.map(({ name, act }) => (
          <Paper key={name} withBorder p="lg">
            <Stack gap="sm" align="flex-start">
              <Title order={2}>{t(`web.welcome.${name}`)}</Title>
              <Text c="dimmed" size="sm">
                {t(`web.welcome.${name}_about`)}
              </Text>
              <Button
                variant={name === "own" ? "filled" : "default"}
                disabled={isBusy || !may(me, "imports_write")}
                onClick={() => begin(act)}
              >
                {t(`web.welcome.${name}_act`)}
              </Button>
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
    </Page>
  );
}
