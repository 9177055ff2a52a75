import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { connectJudgeme } from "~/engagements/connect-judgeme.server";
import { createConnections } from "~/engagements/create-connections.server";
import { listConnections } from "~/engagements/list-connections.server";
import { openIntakeDoor } from "~/intake/intake-door";
import type { Application } from "~/platform/application";
import type { SignedRequest } from "./signed-webhook";

/** The private token test shops have pasted for Judge.me. */
export const JUDGEME_TOKEN = "judgeme-private-token";

/** The machines' door on a port of its own. */
export interface OpenIntake {
  url: string;
  post(path: string, request: SignedRequest): Promise<{ status: number; json: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** Opens intake as server.ts does, with nothing behind it: what is not its own gets 418. */
export async function openIntake(application: Application): Promise<OpenIntake> {
  const intake = openIntakeDoor(application);
  const server = createServer((request, response) => intake(request, response, () => response.writeHead(418).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async post(path, { headers, body }) {
      const response = await fetch(new URL(path, url), { method: "POST", headers, body: new Uint8Array(body) });
      return { status: response.status, json: (await response.json()) as Record<string, unknown> };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // The handle itself goes two turns of the event loop later.
      await setImmediate();
      await setImmediate();
    },
  };
}

/** Sends raw bytes over a connection of their own and returns all that comes back until it is closed. */
export function talkTo(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(heard));
  });
}

/** Gives a shop its hooks, Judge.me connected; returns their paths and the events API's secret. */
export async function openHooks(application: Application, shopId: number) {
  const { db, cipher, now, env } = application;
  await createConnections(db, { shopId, cipher }, now());
  await connectJudgeme(db, { shopId, privateToken: JUDGEME_TOKEN, cipher }, now());
  const listed = await listConnections(db, { shopId, cipher, appUrl: env.SHOPIFY_APP_URL }, now());
  const of = (source: string) => listed.find((connection) => connection.source === source);
  return {
    judgeme: new URL(of("judgeme")?.url ?? "").pathname,
    events: new URL(of("events")?.url ?? "").pathname,
    eventsSecret: of("events")?.secret ?? "",
  };
}
