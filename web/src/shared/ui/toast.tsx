import { Affix, Paper, Text } from "@mantine/core";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

const shownMs = 4000;
const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Says that something was done: seen for four seconds, read out at once. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState("");
  const show = useCallback((said: string) => setText(said), []);
  useEffect(() => {
    if (text === "") return;
    const timer = setTimeout(() => setText(""), shownMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <ToastContext value={show}>
      {children}
      <Affix position={{ bottom: 80, left: 0, right: 0 }} style={{ pointerEvents: "none" }}>
        <div role="status" style={{ display: "flex", justifyContent: "center" }}>
          {text !== "" && (
            <Paper shadow="md" px="lg" py="sm" bg="#15201f" c="#ffffff" withBorder>
              <Text size="sm">{text}</Text>
            </Paper>
          )}
        </div>
      </Affix>
    </ToastContext>
  );
}
