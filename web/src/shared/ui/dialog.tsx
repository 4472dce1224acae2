import { Modal, type ModalProps } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useText } from "@/shared/i18n/texts";

/** On a phone it takes the whole window. */
export function Dialog(props: Omit<ModalProps, "closeButtonProps" | "fullScreen">) {
  const t = useText();
  const isPhone = useMediaQuery("(max-width: 30em)") ?? false;
  return (
    <Modal
      {...props}
      fullScreen={isPhone}
      closeButtonProps={{ "aria-label": t("web.action.close") }}
    />
  );
}
