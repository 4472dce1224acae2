import { Modal, type ModalProps } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

export function Dialog(props: Omit<ModalProps, "closeButtonProps">) {
  const t = useText();
  return <Modal {...props} closeButtonProps={{ "aria-label": t("web.action.close") }} />;
}
