import { Text } from "@mantine/core";
import { type DragEvent, useId, useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import classes from "./import.module.css";

/** A place to drop a file on; for hands without a mouse it is the file input that it looks like. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useText();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      htmlFor={id}
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="sr-only"
        onChange={({ currentTarget }) => take(currentTarget.files)}
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
