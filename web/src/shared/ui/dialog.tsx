import { Modal, type ModalRootProps } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";

interface DialogProps extends Omit<ModalRootProps, "fullScreen" | "title"> {
  title: string;
  withCloseButton?: boolean;
  children: ReactNode;
}

/** On a phone it takes the whole window. */
export function Dialog({ title, withCloseButton = true, children, ...props }: DialogProps) {
  const t = useText();
  const isPhone = useMediaQuery("(max-width: 30em)") ?? false;
  return (
    <Modal.Root {...props} fullScreen={isPhone}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Not a landmark: the page has its own banner. */}
        <Modal.Header role="none">
          <Modal.Title>{title}</Modal.Title>
          {withCloseButton && <Modal.CloseButton aria-label={t("web.action.close")} />}
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
