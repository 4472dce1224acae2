import { Alert } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Problem } from "@/shared/api/problem";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";

/** Too many attempts: how long to wait, counted down for the eye, read out once. */
export function LockedNote({ problem }: { problem: Problem }) {
  const t = useText();
  const [left, setLeft] = useState(problem.retryAfterSeconds ?? 0);
  const counting = left > 0;
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, [counting]);
  if (problem.retryAfterSeconds !== null && !counting) {
    return <Alert role="status">{t("web.sign_in.try_again_now")}</Alert>;
  }
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="lock" />} title={problem.message}>
      {counting && <span aria-live="off">{waitText(left, t)}</span>}
    </Alert>
  );
}

function waitText(seconds: number, t: ReturnType<typeof useText>): string {
  return seconds < 90
    ? t("web.sign_in.wait_seconds", { count: seconds })
    : t("web.sign_in.wait_minutes", { count: Math.ceil(seconds / 60) });
}
