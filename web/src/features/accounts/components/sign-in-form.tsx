import { Anchor, Button, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { Problem } from "@/shared/api/problem";
import { useText } from "@/shared/i18n/texts";
import { OneForm } from "@/shared/ui/one-form";
import { useSignIn } from "../api/session";
import { CodeInput } from "./code-input";
import { CurrentPasswordInput } from "./current-password-input";
import { LockedNote } from "./locked-note";

type Step = "password" | "code" | "recovery";

function codeIsNeeded(error: unknown): boolean {
  return error instanceof Problem && error.code === "error.second_factor_needed";
}

export function SignInForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const signIn = useSignIn();
  const [step, setStep] = useState<Step>("password");
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "", code: "", recovery_code: "" },
  });

  const send = async ({ email, password, code, recovery_code }: typeof form.values) => {
    const proof = step === "code" ? { code } : step === "recovery" && { recovery_code };
    try {
      await signIn.mutateAsync({ email, password, ...proof });
      onDone();
    } catch (error) {
      if (!codeIsNeeded(error)) throw error;
      setStep("code");
    }
  };
  const turnTo = (next: Step) => {
    signIn.reset();
    setStep(next);
  };

  const wait = signIn.error instanceof Problem && signIn.error.status === 429;
  const shown = codeIsNeeded(signIn.error) || wait ? null : signIn.error;
  return (
    <OneForm form={form} label={t("web.sign_in.title")} error={shown} send={send}>
      {wait && <LockedNote problem={signIn.error as Problem} key={signIn.submittedAt} />}
      {step === "password" && (
        <>
          <TextInput
            label={t("web.field.email")}
            type="email"
            autoComplete="username"
            dir="ltr"
            required
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <CurrentPasswordInput key={form.key("password")} {...form.getInputProps("password")} />
        </>
      )}
      {step === "code" && (
        <CodeInput autoFocus key={form.key("code")} {...form.getInputProps("code")} />
      )}
      {step === "recovery" && (
        <TextInput
          label={t("web.field.recovery_code")}
          description={t("web.field.recovery_code_from")}
          autoComplete="off"
          dir="ltr"
          autoFocus
          required
          key={form.key("recovery_code")}
          {...form.getInputProps("recovery_code")}
        />
      )}
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t(step === "password" ? "web.sign_in.act" : "web.sign_in.confirm")}
      </Button>
      {step === "password" && (
        <Text size="sm" c="dimmed">
          {t("web.sign_in.forgotten")}
        </Text>
      )}
      {step !== "password" && (
        <Anchor
          component="button"
          type="button"
          ta="start"
          onClick={() => turnTo(step === "code" ? "recovery" : "code")}
        >
          {t(step === "code" ? "web.sign_in.use_recovery" : "web.sign_in.use_code")}
        </Anchor>
      )}
    </OneForm>
  );
}
