// A load process: `load.ts <LoadOrder as JSON>` sends orders/paid webhooks and prints a LoadResult.
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { quantile } from "../figures";
import { keepAlive } from "./keep-alive";
import type { LoadOrder, LoadResult } from "./load-order";
import { orderRequest } from "./order-request";

const order = JSON.parse(process.argv[2] ?? "{}") as LoadOrder;
const connections = keepAlive(order.port, order.connections);
const times = new Float64Array(order.count);
const latencies: number[] = [];
let errors = 0;
let firstError: number | null | undefined;
let sent = 0;
let inFlight = 0;

const startedAt = performance.now();
if (order.rate === null) await sendAsAllowed();
else await sendOnTime(order.rate);
while (inFlight > 0) await pause(1);
finish();

/** Sends number `sent`; its latency counts from `dueAt`. */
function sendNext(dueAt: number, answered: () => void = () => {}): void {
  const shop = order.shops[sent % order.shops.length] ?? "";
  times[sent] = performance.timeOrigin + dueAt;
  const request = orderRequest(order.first + sent, { shop, secret: order.secret });
  sent += 1;
  inFlight += 1;
  connections.send(request, (status) => {
    inFlight -= 1;
    if (status === 200) latencies.push(performance.now() - dueAt);
    else noteError(status);
    answered();
  });
}

function noteError(status: number | null): void {
  if (errors === 0) firstError = status;
  errors += 1;
}

async function sendOnTime(rate: number): Promise<void> {
  while (sent < order.count) {
    const due = startedAt + (sent * 1000) / rate;
    if (due <= performance.now()) sendNext(due);
    else await pause(1);
  }
}

function sendAsAllowed(): Promise<void> {
  let allowed = 0;
  return new Promise((resolve) => {
    const fill = () => {
      while (inFlight < order.connections && sent < Math.min(allowed, order.count)) sendNext(performance.now(), fill);
      if (sent >= order.count) resolve();
    };
    createInterface({ input: process.stdin }).on("line", (line) => {
      allowed = Number(line);
      fill();
    });
  });
}

function finish(): void {
  const seconds = (performance.now() - startedAt) / 1000;
  connections.close();
  if (order.timesFile) writeFileSync(order.timesFile, new Uint8Array(times.buffer, 0, sent * 8));
  const at = (share: number) => (latencies.length > 0 ? quantile(latencies, share) : Number.NaN);
  const result: LoadResult = {
    answered: latencies.length,
    errors,
    firstError,
    seconds,
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
  };
  console.log(JSON.stringify(result));
  process.exit(0);
}
