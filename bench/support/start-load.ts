import { fileURLToPath } from "node:url";
import { type BenchProcess, startProcess } from "./bench-process";
import type { LoadOrder, LoadResult } from "./load-order";

/** Load on its way. */
export interface RunningLoad {
  /** Allows a load without a rate to go on to this many orders in all. */
  allow(orders: number): void;
  /** What it saw, once it is done. Rejects when the process failed. */
  result: Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Starts sending from a process of its own. */
export function startLoad(order: LoadOrder): RunningLoad {
  const program = ["--import", "tsx", fileURLToPath(new URL("load.ts", import.meta.url)), JSON.stringify(order)];
  const process = startProcess("load", program);
  return {
    allow: (orders) => process.child.stdin?.write(`${orders}\n`),
    result: resultOf(process),
    stop: () => process.stop(),
  };
}

async function resultOf(process: BenchProcess): Promise<LoadResult> {
  const line = await process.nextLine();
  if (!line) throw new Error("the load process failed");
  return line as unknown as LoadResult;
}
