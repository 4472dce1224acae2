import { useEffect, useRef, useState } from "react";

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Without this a file dropped beside its place is opened by the browser instead of the page. */
export function refuseStrayFiles() {
  const refuse = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
  };
  for (const type of ["dragover", "drop"] as const) window.addEventListener(type, refuse);
}

/** Takes a file wherever in the window it is dropped; answers whether one is held over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  }, [onFile]);
  useEffect(() => {
    const listening = new AbortController();
    const on = (type: "dragover" | "dragleave" | "drop", then: (event: DragEvent) => void) =>
      window.addEventListener(type, then, { signal: listening.signal });
    on("dragover", (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      setOver(true);
    });
    on("dragleave", ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    on("drop", (event) => {
      setOver(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) take.current(file);
    });
    return () => listening.abort();
  }, []);
  return isOver;
}
