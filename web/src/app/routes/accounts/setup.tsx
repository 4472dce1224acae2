import { useLocation, useNavigate } from "@tanstack/react-router";
import { EntryCard } from "@/features/accounts/components/entry-card";
import { SetupForm } from "@/features/accounts/components/setup-form";
import { tokenOfHash } from "@/features/accounts/model/link-token";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { EmptyNote } from "@/shared/ui/states";

export function SetupPage() {
  const t = useText();
  const navigate = useNavigate();
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
          onDone={() => void navigate({ to: paths.today, replace: true })}
        />
      )}
    </EntryCard>
  );
}
