import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { EntryCard } from "@/features/accounts/components/entry-card";
import { SignInForm } from "@/features/accounts/components/sign-in-form";
import { safeNext } from "@/features/accounts/model/safe-next";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";

export function SignInPage() {
  const t = useText();
  const router = useRouter();
  const navigate = useNavigate();
  const { next } = useSearch({ from: paths.signIn });
  const enter = async () => {
    await router.invalidate();
    await navigate({ href: safeNext(next), replace: true });
  };
  return (
    <EntryCard title={t("web.sign_in.title")}>
      <SignInForm onDone={() => void enter()} />
    </EntryCard>
  );
}
