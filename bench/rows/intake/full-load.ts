// A load process: `full-load.ts <FullLoad as JSON>` sends as fast as it is answered and prints a FullLoadResult.
import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";

/** What the process is told. */
export interface FullLoad {
  port: number;
  secret: string;
  /** Shop domains; requests take turns among them. */
  shops: string[];
  connections: number;
  bodyBytes: number;
  /** Requests before this many milliseconds are not counted: compilers and caches warm up. */
  warmUpMs: number;
  measureMs: number;
}

/** What it saw. Times in milliseconds. */
export interface FullLoadResult {
  answered: number;
  /** All answers of 200, those while warming up and after the end included: so many rows have to be there. */
  acknowledged: number;
  /** Answers other than 200, and connections that broke. */
  errors: number;
  p50: number;
  p99: number;
}

interface SignedBody {
  body: string;
  signature: string;
}

const BODIES = 500;

await main(JSON.parse(process.argv[2] ?? "{}") as FullLoad);

/** As many requests in flight as there are connections; each connection sends its next one when it has its answer. */
async function main(order: FullLoad): Promise<void> {
  const bodies = signBodies(order);
  const from = performance.now() + order.warmUpMs;
  const until = from + order.measureMs;
  const latencies: number[] = [];
  let errors = 0;
  let sent = 0;
  let acknowledged = 0;
  const nextRequest = () => {
    sent += 1;
    return requestText(order, bodies[sent % BODIES] as SignedBody, sent);
  };
  const record = (status: number, startedAt: number, now: number) => {
    if (status === 200) acknowledged += 1;
    if (now < from || now > until) return;
    if (status === 200) latencies.push(now - startedAt);
    else errors += 1;
  };
  await Promise.all(
    Array.from({ length: order.connections }, () =>
      converse(order.port, until, { nextRequest, record }).catch(() => {
        errors += 1;
      }),
    ),
  );
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  const result: FullLoadResult = { answered: latencies.length, acknowledged, errors, p50: at(0.5), p99: at(0.99) };
  console.log(JSON.stringify(result));
}

/** One keep-alive connection on a bare socket: Node's HTTP client would cost more than the servers that are measured. */
function converse(
  port: number,
  until: number,
  { nextRequest, record }: { nextRequest(): string; record(status: number, startedAt: number, now: number): void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let startedAt = 0;
    let heard = "";
    const send = (socket: Socket) => {
      startedAt = performance.now();
      socket.write(nextRequest(), "latin1");
    };
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => send(socket));
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      heard += text;
      const status = wholeAnswer(heard);
      if (status === null) return;
      heard = "";
      const now = performance.now();
      record(status, startedAt, now);
      if (now < until) send(socket);
      else socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => (performance.now() < until ? reject(new Error("closed early")) : resolve()));
  });
}

/** The status of an answer once all of it is there, by its length or, where it was sent in chunks, by the last of them. */
function wholeAnswer(heard: string): number | null {
  const headEnd = heard.indexOf("\r\n\r\n");
  if (headEnd === -1) return null;
  const head = heard.slice(0, headEnd).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  const isWhole = length ? heard.length >= headEnd + 4 + Number(length) : heard.endsWith("\r\n0\r\n\r\n");
  return isWhole ? Number(head.slice(9, 12)) : null;
}

/** What Shopify sends, under a delivery id of its own. */
function requestText({ shops, port }: FullLoad, { body, signature }: SignedBody, n: number): string {
  const shop = shops[n % shops.length];
  const id = n.toString(16).padStart(12, "0");
  return (
    `POST /webhooks/orders/paid HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: Shopify-Captain-Hook\r\n` +
    "Accept: */*\r\nContent-Type: application/json\r\nX-Shopify-API-Version: 2026-10\r\n" +
    `X-Shopify-Topic: orders/paid\r\nX-Shopify-Shop-Domain: ${shop}\r\nX-Shopify-Hmac-SHA256: ${signature}\r\n` +
    `X-Shopify-Webhook-Id: b54557e4-bdd9-4b37-${process.pid.toString(16)}-${id}\r\n` +
    `X-Shopify-Event-Id: 98880550-7158-44d4-b7cd-${id}\r\n` +
    `X-Shopify-Triggered-At: 2026-11-22T12:00:00.123456789Z\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

/** The signature covers the body alone, so a few hundred bodies are enough for any number of deliveries. */
function signBodies({ secret, bodyBytes }: FullLoad): SignedBody[] {
  return Array.from({ length: BODIES }, (_, n) => {
    const start = `{"id":${820982911946154000 + n},"email":"shopper-${n}@example.com","note":"`;
    const body = `${start.padEnd(bodyBytes - 2, "laurel ")}"}`;
    return { body, signature: createHmac("sha256", secret).update(body).digest("base64") };
  });
}
