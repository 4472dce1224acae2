import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lastActor } from "@/features/accounts/api/audit";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsToChangeQuery } from "@/features/commerce/api/settings";
import { SettingsForm } from "@/features/commerce/components/settings-form";
import { useText } from "@/shared/i18n/texts";
import { LanguageMenu } from "@/shared/ui/language-menu";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { ThemeMenu } from "@/shared/ui/theme-menu";

export function StoreSettingsPage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const settings = useQuery(settingsToChangeQuery());
  return (
    <Page title={t("web.settings.title")} about={t("web.settings.about")}>
      <Section title={t("web.settings.store")} about={t("web.settings.store_about")}>
        <Loaded query={settings}>
          {({ data, tag }) => (
            <SettingsForm
              key={tag}
              settings={data}
              tag={tag}
              mayChange={may(me, "settings_write")}
              lastChanger={async () =>
                may(me, "audit_read") ? await lastActor("settings.change") : null
              }
              onReread={() => void settings.refetch()}
            />
          )}
        </Loaded>
      </Section>
      <Section title={t("web.app.preferences")} about={t("web.settings.yours_about")}>
        <Group>
          <LanguageMenu />
          <ThemeMenu />
        </Group>
      </Section>
    </Page>
  );
}
