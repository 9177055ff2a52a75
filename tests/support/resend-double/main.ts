import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { openDoubleLog } from "./double-log";
import type { ResendDoubleSettings } from "./settings";
import { type Call, resendDouble } from "./take-call";

// The double as a process of its own: settings as JSON in the first argument, the port as the first line of output.
const settings = JSON.parse(process.argv[2] ?? "{}") as ResendDoubleSettings;
const take = resendDouble(settings, openDoubleLog(settings.logFile));

const server = createServer(async (request, response) => {
  const result = await take(callOf(request, await buffer(request)));
  if (result === "silence") return;
  if (result === "cut") return void request.socket.destroy();
  response.writeHead(result.status, { "content-type": "application/json", ...result.headers });
  response.end(JSON.stringify(result.body));
});
server.keepAliveTimeout = 60_000;
server.listen(settings.port, "127.0.0.1", () => {
  const address = server.address();
  console.log(address !== null && typeof address === "object" ? address.port : "");
});
// Whoever started the double holds the other end of its input: it ends with them.
process.stdin.resume().once("end", () => process.exit(0));

function callOf({ url, headers, method }: IncomingMessage, bytes: Buffer): Call {
  const key = headers["idempotency-key"];
  return {
    path: method === "POST" ? (url ?? "") : "",
    authorized: headers.authorization?.startsWith("Bearer re_") === true,
    key: typeof key === "string" ? key : null,
    permissive: headers["x-batch-validation"] === "permissive",
    bytes,
  };
}
