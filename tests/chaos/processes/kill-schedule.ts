import { drawFrom } from "../world/draw";

/** Where one life of a process is to end: on this hit of the point, counted from when it is told so. */
export interface KillOrder {
  point: string;
  hit: number;
}

/** Which kind of process passes a point. */
export type Role = "web" | "worker" | "importer";

/** Hands out the orders of a run. */
export interface KillSchedule {
  /** The next order for a process of this role; null when there is none, or none yet. */
  take(role: Role): KillOrder | null;
  /** The process died for another reason: the order stands. */
  giveBack(role: Role, order: KillOrder): void;
  executed(order: KillOrder): void;
  /** Orders not executed yet, of the servers. */
  outstanding(): number;
  /** What share of all webhooks (0 to 1) may be sent by now, so that each kill meets some. */
  openShare(): number;
  /** How often each point was the place of a death. */
  hits(): Map<string, number>;
}

/** Hits of a point before the one that kills. */
const HITS = { least: 1, most: 3 };
/** By this share of the webhooks the last order is given. */
const LAST_AT = 0.7;
/** No more of them go out at full pace before it was executed: its process must have something to do, however slow it is. */
const OPEN_BEFORE_LAST = 0.75;
/** How many kills may be on their way at once. */
const AHEAD = 3;

/** Which process passes the point, by the point's name. */
export function roleOf(point: string): Role {
  if (point.startsWith("delivery-")) return "web";
  return point.startsWith("import-") || point === "codes-stored" ? "importer" : "worker";
}

/**
 * Every point `rounds` times, in an order drawn from the seed; an import's points in the order given, which it passes them
 * in. Kills are spread over the webhooks (`sentShare` says how many were sent, 0 to 1) and the webhooks over the kills.
 */
export function killSchedule(
  points: string[],
  { rounds, seed, sentShare }: { rounds: number; seed: number; sentShare: () => number },
): KillSchedule {
  const draw = drawFrom(seed);
  const waiting: Record<Role, KillOrder[]> = { web: [], worker: [], importer: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const role of ["web", "worker"] as const) {
      const own = draw.shuffled(points.filter((point) => roleOf(point) === role));
      waiting[role].push(...own.map((point) => ({ point, hit: draw.between(HITS.least, HITS.most) })));
    }
    const passed = points.filter((point) => roleOf(point) === "importer");
    waiting.importer.push(...passed.map((point) => ({ point, hit: 1 })));
  }
  const totals = { web: waiting.web.length, worker: waiting.worker.length };
  const total = totals.web + totals.worker;
  const hits = new Map(points.map((point) => [point, 0]));
  let done = 0;

  const isReleased = (role: Role) => {
    if (role === "importer") return true;
    const given = totals[role] - waiting[role].length;
    return sentShare() >= (LAST_AT * given) / totals[role];
  };
  return {
    take: (role) => (waiting[role].length > 0 && isReleased(role) ? (waiting[role].shift() ?? null) : null),
    giveBack: (role, order) => void waiting[role].unshift(order),
    executed: (order) => {
      hits.set(order.point, (hits.get(order.point) ?? 0) + 1);
      if (roleOf(order.point) !== "importer") done += 1;
    },
    outstanding: () => total - done,
    openShare: () => (done === total ? 1 : (OPEN_BEFORE_LAST * (done + AHEAD)) / (total + AHEAD - 1)),
    hits: () => hits,
  };
}
