import { spawn } from "node:child_process";
import { expect, test } from "vitest";

/** Starts what run.mjs is around a command: a process that runs another one and ends as that one ended. */
function around(program) {
  const wrapper = `
    import { endAs, run } from ${JSON.stringify(new URL("child.mjs", import.meta.url).href)};
    endAs(await run(process.execPath, ["-e", ${JSON.stringify(program)}]));`;
  const wrapping = spawn(process.execPath, ["--input-type=module", "-e", wrapper], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => wrapping.once("close", (code, signal) => resolve({ code, signal })));
  return { process: wrapping, ended };
}

test("a command's exit code is passed through", async () => {
  await expect(around("process.exit(7)").ended).resolves.toEqual({ code: 7, signal: null });
});

test("a signal reaches the command, which ends in its own way", async () => {
  const program = `process.on("SIGTERM", () => process.exit(3)); setInterval(() => {}, 1000); console.log("up")`;
  const { process, ended } = around(program);
  process.stdout.once("data", () => process.kill("SIGTERM"));
  await expect(ended).resolves.toEqual({ code: 3, signal: null });
});

test("a command that dies of a signal takes us along", async () => {
  const { process, ended } = around(`setInterval(() => {}, 1000); console.log("up")`);
  process.stdout.once("data", () => process.kill("SIGTERM"));
  await expect(ended).resolves.toEqual({ code: null, signal: "SIGTERM" });
});
