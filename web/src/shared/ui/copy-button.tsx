import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { copyText } from "@/shared/lib/copy-text";
import { Icon } from "./icon";

const shownMs = 2000;

export function CopyButton({ text }: { text: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      variant="default"
      leftSection={<Icon name={copied ? "check" : "copy"} size={16} />}
      onClick={() => void copyText(text).then(setCopied)}
    >
      <span aria-live="polite">{t(copied ? "web.action.copied" : "web.action.copy")}</span>
    </Button>
  );
}
