import { PasswordSection } from "@/features/accounts/components/password-section";
import { SecondFactorSection } from "@/features/accounts/components/second-factor-section";
import { SessionsSection } from "@/features/accounts/components/sessions-section";
import { useText } from "@/shared/i18n/texts";
import { Page } from "@/shared/ui/page";

export function AccountPage() {
  const t = useText();
  return (
    <Page title={t("web.account.title")} about={t("web.account.about")}>
      <SecondFactorSection />
      <SessionsSection />
      <PasswordSection />
    </Page>
  );
}
