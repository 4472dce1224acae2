import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { budget } from "./build/budget";
import { firstPaint } from "./build/first-paint";
import { texts } from "./build/texts";

// The server that answers the API while `npm run dev` serves the pages.
const server = process.env.VAFA_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), texts(), firstPaint(), budget()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2022",
    // The server's content security policy takes no fonts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700, // kB, not yet packed
  },
  server: { proxy: { "/api": { target: server } } },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}", "build/*.test.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
