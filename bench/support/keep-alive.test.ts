import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { keepAlive } from "./keep-alive";
import { orderOf, orderRequest } from "./order-request";

let server: Server | null = null;
afterEach(async () => {
  const open = server;
  server = null;
  if (open) await new Promise((closed) => open.close(closed));
});

test("requests share connections, and each gets its own answer", async () => {
  const sockets = new Set<unknown>();
  const port = await listen((path) => (path === "/3" ? 503 : 200), sockets);
  const connections = keepAlive(port, 2);
  const statuses = await Promise.all([1, 2, 3, 4].map((n) => ask(connections, n)));
  connections.close();
  expect(statuses).toEqual([200, 200, 503, 200]);
  expect(sockets.size).toBe(2);
});

test("a connection that breaks is an answer too, and the next request gets another", async () => {
  const port = await listen((path) => (path === "/1" ? null : 200), new Set());
  const connections = keepAlive(port, 1);
  const statuses = await Promise.all([1, 2].map((n) => ask(connections, n)));
  connections.close();
  expect(statuses).toEqual([null, 200]);
});

test("an order's number can be read from the address its mail goes to", () => {
  const request = orderRequest(42, { shop: "a.myshopify.com", secret: "s" });
  const body = JSON.parse(request.slice(request.indexOf("\r\n\r\n"))) as { email: string };
  expect(orderOf(body.email)).toBe(42);
  expect(orderOf("somebody@example.com")).toBeNull();
});

function ask(connections: ReturnType<typeof keepAlive>, n: number): Promise<number | null> {
  return new Promise((resolve) => connections.send(`GET /${n} HTTP/1.1\r\nHost: x\r\n\r\n`, resolve));
}

async function listen(statusOf: (path: string) => number | null, sockets: Set<unknown>): Promise<number> {
  const opened = createServer((request, response) => {
    sockets.add(request.socket);
    const status = statusOf(request.url ?? "");
    if (status === null) request.socket.destroy();
    else response.writeHead(status, { "Content-Length": 2 }).end("ok");
  });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, "127.0.0.1", resolve));
  return (opened.address() as AddressInfo).port;
}
