import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { EntryCard } from "@/features/accounts/components/entry-card";
import { SetupForm } from "@/features/accounts/components/setup-form";
import { tokenOfHash } from "@/features/accounts/model/link-token";
import { settingsQuery } from "@/features/commerce/api/settings";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { EmptyNote } from "@/shared/ui/states";

export function SetupPage() {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  // A store that counts in something already (a demo, an import) needs no welcome.
  const enter = async () => {
    const settings = await queries.fetchQuery(settingsQuery()).catch(() => null);
    const isNew = settings !== null && settings.currency === null;
    await navigate({ to: isNew ? paths.welcome : paths.today, replace: true });
  };
  const token = tokenOfHash(useLocation({ select: (location) => location.hash }));
  return (
    <EntryCard title={t("web.setup.title")} about={t("web.setup.about")}>
      {token === null ? (
        <EmptyNote icon="lock" title={t("web.setup.no_token")}>
          {t("web.setup.no_token_about")}
        </EmptyNote>
      ) : (
        <SetupForm
          token={token}
          onDone={() => void enter()}
        />
      )}
    </EntryCard>
  );
}
