import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = process.env.VAFA ?? fileURLToPath(new URL("../../build/vafa", import.meta.url));
// A store of millions may first have to be brought to the present form.
const startMs = 300_000;

/**
 * `vafa serve` on a new folder and a free port: { link, origin, folder, program, stop }.
 * `demo`: options of a made-up store, whose customers' value is calculated, too.
 */
export async function startServer(demo) {
  const folder = await mkdtemp(join(tmpdir(), "vafa-e2e-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    if (demo) {
      const run = (...command) => execFileSync(program, [...command], { stdio: "ignore" });
      run("demo", "--data", folder, ...demo);
      run("models", "run", "--data", folder);
    }
    const server = await startServerOn(folder);
    return { ...server, stop: () => server.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The same on a folder that stays; `link` is null where the store has an owner. */
export async function startServerOn(folder) {
  const server = spawn(program, ["serve", "--data", folder, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  };
  try {
    const said = await whatItSays(server);
    const [link = null] = /http:\/\/\S+\/setup#\S+/.exec(said) ?? [];
    const [origin] = /http:\/\/127[\d.]+:\d+/.exec(said);
    return { link, origin, folder, program, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** All until the line that tells how to stop it. */
function whatItSays(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`not running in time: ${said}`)), startMs);
    const read = (bytes) => {
      said += bytes;
      if (!said.includes("Ctrl-C")) return;
      clearTimeout(timer);
      resolve(said);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("error", reject);
    server.on("exit", (code, signal) =>
      reject(new Error(`the server ended with ${code ?? signal}: ${said}`)),
    );
  });
}
