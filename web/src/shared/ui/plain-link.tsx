import { Anchor, type AnchorProps } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

interface PlainLinkProps extends Pick<AnchorProps, "c"> {
  href: string;
  "aria-label"?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * To a page of ours, for lists and maps: the router's own link looks at the address again whenever
 * that changes, which is felt where there are fifty of them.
 */
export function PlainLink({ href, className, ...anchor }: PlainLinkProps) {
  const router = useRouter();
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return <Anchor inherit {...anchor} className={className ?? ""} href={href} onClick={open} />;
}
