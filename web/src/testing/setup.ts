import { afterEach, beforeAll, vi } from "vitest";
import { cleanup } from "@testing-library/react";
import { startTexts } from "@/shared/i18n/texts";

// Tests of what runs while building have no window.
if (typeof window !== "undefined") prepareWindow();

function prepareWindow() {
  beforeAll(() => startTexts("en"));
  afterEach(cleanup);
  // What Mantine asks of a browser and jsdom has not.
  window.matchMedia = vi.fn((query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }));
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}
