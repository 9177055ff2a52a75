import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

/** Long enough for what is on its way over a connection that looks idle; closing that one would cut it off. */
const LINGER_MS = 500;

/**
 * Answers what is under way and what still comes in, with `Connection: close`, then stops listening. Resolves when every
 * connection is closed; those that are still open after `patienceMs` are cut, an upload over a slow line for one. By itself Node
 * serves a connection that is kept alive for as long as its other end keeps asking.
 */
export async function drainServer(
  server: Server,
  { patienceMs, lingerMs = LINGER_MS }: { patienceMs: number; lingerMs?: number },
): Promise<void> {
  const end = setTimeout(() => server.closeAllConnections(), patienceMs);
  server.prependListener("request", (_request, response) => {
    response.shouldKeepAlive = false;
  });
  const connections = await promisify(server.getConnections).call(server);
  if (connections > 0) await pause(lingerMs);
  const sweep = setInterval(() => server.closeIdleConnections(), LINGER_MS);
  await promisify(server.close).call(server);
  clearInterval(sweep);
  clearTimeout(end);
}
