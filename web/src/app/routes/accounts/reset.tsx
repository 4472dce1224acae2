import { Button, Stack, Text } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { EntryCard } from "@/features/accounts/components/entry-card";
import { ResetForm } from "@/features/accounts/components/reset-form";
import { tokenOfHash } from "@/features/accounts/model/link-token";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { EmptyNote } from "@/shared/ui/states";

/** By a link: an invitation, or a forgotten password. */
export function ResetPage() {
  const t = useText();
  const [done, setDone] = useState(false);
  const token = tokenOfHash(useLocation({ select: (location) => location.hash }));
  if (done) {
    return (
      <EntryCard title={t("web.reset.done")}>
        <Stack role="status">
          <Text>{t("web.reset.done_about")}</Text>
          <Button component={Link} to={paths.signIn} size="md">
            {t("web.sign_in.title")}
          </Button>
        </Stack>
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t("web.reset.title")} about={t("web.reset.about")}>
      {token === null ? (
        <EmptyNote icon="lock" title={t("web.reset.no_token")}>
          {t("web.reset.no_token_about")}
        </EmptyNote>
      ) : (
        <ResetForm token={token} onDone={() => setDone(true)} />
      )}
    </EntryCard>
  );
}
