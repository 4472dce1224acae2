import { useEffect, useRef, useState } from "react";

/**
 * What is typed, handed on after a pause; `value` is what the address says, which may change
 * elsewhere too: by going back, or by a link.
 */
export function useTyped(value: string, pauseMs: number, onTyped: (text: string) => void) {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    if (text.trim() !== value) setText(value);
  }
  const handOn = useRef(onTyped);
  useEffect(() => {
    handOn.current = onTyped;
  }, [onTyped]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => handOn.current(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text, value, pauseMs]);
  return [text, setText] as const;
}
