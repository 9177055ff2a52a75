import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { answerFailure, refuseOddRequests } from "~/platform/failed-requests";

const lines: string[] = [];
let server: Server;

beforeAll(async () => {
  const logger = pino({}, { write: (line: string) => lines.push(line) });
  const build = () => Promise.reject(new Error("the pages are broken"));
  const app = express().use(refuseOddRequests).all("*", createRequestHandler({ build }));
  app.use(answerFailure(logger));
  server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** Asks without the checks a browser or `fetch` makes first, and gives the status. */
function ask(path: string, { method = "GET", host = "localhost" }: { method?: string; host?: string } = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { host }, agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    });
    asked.on("error", reject).end();
  });
}

it.each([
  ["a path that cannot be decoded", 400, "/%E0%A4%A", {}],
  ["a Host header that makes no address", 400, "/app", { host: "a b" }],
  ["a port there is none of", 400, "/app", { host: "localhost:99999" }],
  ["a query of an older Remix", 400, "/app?_data=routes%2Fapp", {}],
  ["TRACE", 405, "/app", { method: "TRACE" }],
  ["a method no page has", 405, "/app", { method: "DELETE" }],
])("%s is answered with %i, and is no failure of ours", async (_, status, path, how) => {
  expect([await ask(path, how), lines]).toEqual([status, []]);
});

it("a failure of ours is answered with 500 and logged", async () => {
  expect(await ask("/app")).toBe(500);
  expect(lines.join()).toContain("the pages are broken");
});
