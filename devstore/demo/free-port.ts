import { createServer } from "node:net";

/** How many ports are looked at. */
const RANGE = 50;

/** The first free loopback port from `preferred` on. Throws when there is none nearby. */
export async function freePort(preferred: number, taken: readonly number[] = []): Promise<number> {
  for (let port = preferred; port < preferred + RANGE; port += 1) {
    if (!taken.includes(port) && (await isFree(port, "127.0.0.1")) && (await isFree(port, "::1"))) return port;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + RANGE - 1}`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nobody on that side either.
    server.once("error", ({ code }: NodeJS.ErrnoException) =>
      resolve(code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT"),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
