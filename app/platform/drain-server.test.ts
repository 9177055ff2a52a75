import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drainServer } from "./drain-server";

let server: Server;
let agent: Agent;
/** Answers the requests that wait, in the order they came. */
let answers: (() => void)[];

beforeEach(async () => {
  answers = [];
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  server = createServer((_request, response) => {
    answers.push(() => response.end("here"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
});

/** What a request over the one connection is answered: its status and whether the connection stays. */
function ask(): Promise<[status: number | undefined, connection: string | undefined]> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: "127.0.0.1", agent }, (response) => {
      response.resume();
      response.on("end", () => resolve([response.statusCode, response.headers.connection]));
    });
    asking.on("error", reject).end();
  });
}

it("answers what is under way and what still comes over its connection, and is done although the sender would go on", async () => {
  const first = ask();
  await expect.poll(() => answers.length).toBe(1);
  const second = ask();
  const drained = drainServer(server, { patienceMs: 60_000, lingerMs: 200 });
  answers[0]?.();
  expect(await first).toEqual([200, "keep-alive"]);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect(await second).toEqual([200, "close"]);
  await drained;
});

it("answers what comes in over an idle connection while it lingers", async () => {
  const first = ask();
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.();
  expect(await first).toEqual([200, "keep-alive"]);
  const drained = drainServer(server, { patienceMs: 60_000, lingerMs: 200 });
  const second = ask();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect(await second).toEqual([200, "close"]);
  await drained;
});

it("cuts what is still under way once its patience is over", async () => {
  const cut = expect(ask()).rejects.toThrow("socket hang up");
  await expect.poll(() => answers.length).toBe(1);
  await drainServer(server, { patienceMs: 1, lingerMs: 0 });
  await cut;
});

it("is done at once where nobody is connected", async () => {
  await drainServer(server, { patienceMs: 60_000, lingerMs: 60_000 });
  expect(server.listening).toBe(false);
});
