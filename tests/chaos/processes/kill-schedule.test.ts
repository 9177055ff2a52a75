import { describe, expect, it } from "vitest";
import { KILL_POINTS } from "~/platform/reach-point";
import { type KillOrder, killSchedule, type Role } from "./kill-schedule";

const POINTS = Object.keys(KILL_POINTS);
const ROLES: Role[] = ["web", "worker", "importer"];

describe("the kill schedule", () => {
  it("aims at every point of the list as often as asked, the same way for the same seed", () => {
    const orders = () => {
      const schedule = killSchedule(POINTS, 2, 3);
      const taken: KillOrder[] = [];
      for (const role of ROLES) for (let next = schedule.take(role); next; next = schedule.take(role)) taken.push(next);
      return taken;
    };
    for (const point of POINTS) expect(orders().filter((order) => order.point === point)).toHaveLength(2);
    expect(orders()).toEqual(orders());
  });

  it("counts as hit only what was executed; an order given back comes again", () => {
    const schedule = killSchedule(["batch-read"], 1, 1);
    const order = schedule.take("worker");
    if (!order) throw new Error("no order");
    expect([schedule.take("worker"), schedule.outstanding(["worker"])]).toEqual([null, 1]);
    schedule.giveBack("worker", order);
    expect(schedule.take("worker")).toBe(order);
    schedule.executed(order);
    expect([schedule.outstanding(["worker"]), schedule.hits().get("batch-read")]).toEqual([0, 1]);
  });
});
