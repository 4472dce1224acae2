import { Text } from "@mantine/core";
import { useId } from "react";
import { useText } from "@/shared/i18n/texts";
import { useFileDrop } from "@/shared/ui/file-drop";
import { Icon } from "@/shared/ui/icon";
import classes from "./import.module.css";

/**
 * Shows where to drop a file, which the whole window takes; for hands without a mouse it is the
 * file input that it looks like.
 */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useText();
  const id = useId();
  const isOver = useFileDrop(onFile);
  return (
    <label htmlFor={id} className={classes.drop} data-over={isOver || undefined}>
      <input
        id={id}
        type="file"
        className="sr-only"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
      <Icon name="upload" size={36} />
      <Text component="span" fw={600}>
        {t("web.import.drop")}
      </Text>
      <Text component="span" size="sm" c="dimmed">
        {t("web.import.drop_about")}
      </Text>
    </label>
  );
}
