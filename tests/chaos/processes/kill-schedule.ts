import { drawFrom } from "../world/draw";

/** Where one life of a process is to end. */
export interface KillOrder {
  point: string;
  /** On which hit of the point. */
  hit: number;
  /** Counted from so long after its start, in milliseconds. */
  afterMs: number;
}

/** Which kind of process passes a point. */
export type Role = "web" | "worker" | "importer";

/** Hands out the orders of a run. */
export interface KillSchedule {
  /** The next order for a process of this role, null when there is none left. */
  take(role: Role): KillOrder | null;
  /** The process died for another reason: the order stands. */
  giveBack(role: Role, order: KillOrder): void;
  executed(order: KillOrder): void;
  /** Orders not executed yet, of these roles. */
  outstanding(roles: Role[]): number;
  /** Orders of these roles there were to begin with. */
  total(roles: Role[]): number;
  /** How often each point was the place of a death. */
  hits(): Map<string, number>;
}

/** Which process passes the point, by the point's name. */
export function roleOf(point: string): Role {
  if (point.startsWith("delivery-")) return "web";
  return point.startsWith("import-") || point === "codes-stored" ? "importer" : "worker";
}

/** How long a process lives at least and at most before its next kill: there is one web server, and two workers share their points. */
const LIVES_MS: Record<"web" | "worker", [number, number]> = { web: [1_000, 4_000], worker: [100, 700] };

/** Every point `rounds` times, in an order drawn from the seed; an import's points in the order given, which it passes them in. */
export function killSchedule(points: string[], rounds: number, seed: number): KillSchedule {
  const draw = drawFrom(seed);
  const order = (point: string): KillOrder => {
    const role = roleOf(point);
    if (role === "importer") return { point, hit: 1, afterMs: 0 };
    return { point, hit: draw.between(1, 3), afterMs: draw.between(...LIVES_MS[role]) };
  };
  const waiting: Record<Role, KillOrder[]> = { web: [], worker: [], importer: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const role of ["web", "worker"] as const) {
      const own = points.filter((point) => roleOf(point) === role);
      waiting[role].push(...draw.shuffled(own).map(order));
    }
    waiting.importer.push(...points.filter((point) => roleOf(point) === "importer").map(order));
  }
  const totals = { web: waiting.web.length, worker: waiting.worker.length, importer: waiting.importer.length };
  const hits = new Map(points.map((point) => [point, 0]));
  const inHand = new Map<KillOrder, Role>();
  return {
    take(role) {
      const next = waiting[role].shift() ?? null;
      if (next) inHand.set(next, role);
      return next;
    },
    giveBack(role, given) {
      inHand.delete(given);
      waiting[role].unshift(given);
    },
    executed(given) {
      inHand.delete(given);
      hits.set(given.point, (hits.get(given.point) ?? 0) + 1);
    },
    outstanding: (roles) =>
      roles.reduce((sum, role) => sum + waiting[role].length, 0) +
      [...inHand.values()].filter((role) => roles.includes(role)).length,
    total: (roles) => roles.reduce((sum, role) => sum + totals[role], 0),
    hits: () => hits,
  };
}
