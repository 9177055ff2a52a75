import { spawn } from "node:child_process";
import { root } from "./root.mjs";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program in the repository's folder with this terminal, and passes signals on to it.
 * Resolves with how it ended: `{ code, signal }`, one of them null. Rejects when it cannot be started.
 */
export function run(program, args, env = {}) {
  const child = spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  const pass = (signal) => {
    // A terminal has already given Ctrl-C to the child; twice would look like "stop at once".
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, pass);
  const stopWatching = whenShellIsGone(() => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  }).finally(() => {
    for (const signal of forwarded) process.off(signal, pass);
    stopWatching();
  });
}

/** npm hands a signal only to the shell between it and us, and that shell ends without passing it on. */
function whenShellIsGone(act) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    act();
  }, 250);
  return () => clearInterval(watch);
}

/** Runs a program silently; resolves with `{ code, output }`, where output is everything it printed. */
export function runQuietly(program, args, env = {}) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a set-up step silently and throws with all its output when it fails. */
export async function mustRun(what, program, args, env = {}) {
  const { code, output } = await runQuietly(program, args, env);
  if (code !== 0) throw new Error(`${what} failed (exit code ${code})\n${output}`);
}

/** Ends this process the way a child ended: with its exit code, or by the same signal. */
export function endAs({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
}
