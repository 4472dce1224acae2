import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = process.env.VAFA ?? fileURLToPath(new URL("../../build/vafa", import.meta.url));
const startMs = 30_000;

/** `vafa serve` on a new folder and a free port: { link, origin, stop }. `demo`: options of a made-up store. */
export async function startServer(demo) {
  const folder = await mkdtemp(join(tmpdir(), "vafa-e2e-"));
  if (demo) execFileSync(program, ["demo", "--data", folder, ...demo], { stdio: "ignore" });
  const server = spawn(program, ["serve", "--data", folder, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const link = await setupLink(server);
    return { link, origin: new URL(link).origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function setupLink(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`no link within 30 s: ${said}`)), startMs);
    const read = (bytes) => {
      said += bytes;
      const link = /http:\/\/\S+\/setup#\S+/.exec(said);
      if (!link) return;
      clearTimeout(timer);
      resolve(link[0]);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("error", reject);
    server.on("exit", (code, signal) =>
      reject(new Error(`the server ended with ${code ?? signal}: ${said}`)),
    );
  });
}
