import { describe, expect, it } from "vitest";
import { KILL_POINTS } from "~/platform/reach-point";
import { type KillOrder, killSchedule, type Role } from "./kill-schedule";

const POINTS = Object.keys(KILL_POINTS);
const ROLES: Role[] = ["web", "worker", "importer"];
const plan = { rounds: 1, seed: 1, sentShare: () => 1 };

describe("the kill schedule", () => {
  it("aims at every point of the list as often as asked, the same way for the same seed", () => {
    const orders = () => {
      const schedule = killSchedule(POINTS, { ...plan, rounds: 2 });
      const taken: KillOrder[] = [];
      for (const role of ROLES) for (let next = schedule.take(role); next; next = schedule.take(role)) taken.push(next);
      return taken;
    };
    for (const point of POINTS) expect(orders().filter((order) => order.point === point)).toHaveLength(2);
    expect(orders()).toEqual(orders());
  });

  it("counts as hit only what was executed; an order given back comes again", () => {
    const schedule = killSchedule(["batch-read"], plan);
    const order = schedule.take("worker");
    if (!order) throw new Error("no order");
    expect([schedule.take("worker"), schedule.outstanding()]).toEqual([null, 1]);
    schedule.giveBack("worker", order);
    expect(schedule.take("worker")).toBe(order);
    schedule.executed(order);
    expect([schedule.outstanding(), schedule.hits().get("batch-read"), schedule.openShare()]).toEqual([0, 1, 1]);
  });

  it("spreads kills over the webhooks and webhooks over the kills, and neither waits for the other forever", () => {
    let sent = 0;
    const schedule = killSchedule(POINTS, { ...plan, rounds: 3, sentShare: () => sent });
    const first = schedule.outstanding();
    for (let step = 0; sent < 1; step += 1) {
      expect(step).toBeLessThan(1_000);
      for (const role of ["web", "worker"] as const) {
        for (let order = schedule.take(role); order; order = schedule.take(role)) schedule.executed(order);
      }
      expect(schedule.openShare()).toBeGreaterThan(sent);
      sent = Math.min(1, schedule.openShare());
      if (step === 0) expect(schedule.outstanding()).toBeGreaterThan(first / 2);
    }
    expect(schedule.outstanding()).toBe(0);
  });
});
