import { Agent, request } from "node:http";
import type { SignedDelivery } from "./sign-delivery";

/** Shopify gives an exchange 5 seconds in all. */
const PATIENCE_MS = 5_000;

/** Sends over kept connections to a loopback port; resolves with the status, null where no whole answer came. */
export function poster(port: number): { post(signed: SignedDelivery): Promise<number | null>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    post: ({ path, headers, body }) =>
      new Promise((resolve) => {
        const length = { "content-length": String(Buffer.byteLength(body)) };
        const options = { agent, host: "127.0.0.1", port, path, method: "POST", timeout: PATIENCE_MS };
        const call = request({ ...options, headers: { ...headers, ...length } }, (response) => {
          response.on("error", () => resolve(null));
          response.on("end", () => resolve(response.statusCode ?? null)).resume();
        });
        call.on("timeout", () => call.destroy());
        call.on("error", () => resolve(null));
        call.end(body);
      }),
    close: () => agent.destroy(),
  };
}
