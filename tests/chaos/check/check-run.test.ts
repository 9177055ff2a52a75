import { describe, expect, it } from "vitest";
import { generateWorld } from "../world/generate-world";
import type { World } from "../world/world";
import { checkRun, type RunEvidence } from "./check-run";
import { perfectRun } from "./perfect-run";
import type { Harm } from "./violation";

const STARTED = new Date("2026-11-22T12:00:00Z");
const world: World = generateWorld({ seed: 5, events: 400, shops: 6, startedAt: STARTED, importLines: 40 });

/** The harms found in a run that went well but for what `spoil` does to it. */
function harms(spoil: (run: RunEvidence) => void, mayBeUnknown = false): Harm[] {
  const run = structuredClone(perfectRun(world));
  spoil(run);
  return [...new Set(checkRun(run, { mayBeUnknown }).map(({ harm }) => harm))].sort();
}

/** A rewarded fact of this world, with its reward, message and mail. */
function rewarded({ state, mails }: RunEvidence) {
  const reward = state.rewards.find((row) => row.state === "sent" && !row.isStatic && row.coupon === "order");
  const message = state.messages.find((row) => row.reward === reward?.id);
  const mail = mails.find(({ messageId }) => messageId?.includes(message?.id ?? "-"));
  if (!reward || !message || !mail) throw new Error("nothing was rewarded in this world");
  return { reward, message, mail };
}

function remove<T>(rows: T[], row: T | undefined): void {
  const at = row === undefined ? -1 : rows.indexOf(row);
  if (at < 0) throw new Error("there is no such row");
  rows.splice(at, 1);
}

describe("the checker", () => {
  it("finds nothing where all went well", () => expect(harms(() => {})).toEqual([]));

  it("finds an accepted delivery that is not in the inbox, or was never read", () => {
    expect(harms(({ state }) => void state.inbox.pop())).toEqual(["lost"]);
    expect(harms(({ state }) => Object.assign(state.inbox[0] ?? {}, { state: "waiting" }))).toEqual(["lost"]);
    expect(
      harms(({ deliveries }) => Object.assign(deliveries.find(({ status }) => status === 200) ?? {}, { status: 503 })),
    ).toEqual(["lost"]);
  });

  it("finds a forged delivery that was taken, and one nobody sent", () => {
    const accept = ({ deliveries }: RunEvidence) =>
      Object.assign(deliveries.find(({ status }) => status === 401) ?? {}, { status: 200 });
    expect(harms(accept)).toEqual(["wrong"]);
    expect(harms(({ state }) => Object.assign(state.inbox[0] ?? {}, { key: "unknown" }))).toEqual(["lost", "wrong"]);
  });

  it("finds an event without a trace, and one that became two facts", () => {
    expect(harms(({ state }) => void state.facts.shift())).toContain("lost");
    const split = ({ state }: RunEvidence) => {
      const twice = world.facts.find(({ aliases }) => aliases.length === 2);
      const row = state.facts.find(({ shop, alias }) => shop === twice?.shop && alias === twice.aliases[1]);
      Object.assign(row ?? {}, { engagement: "another" });
    };
    expect(harms(split)).toEqual(["doubled"]);
    expect(harms(({ state }) => Object.assign(state.engagements[0] ?? {}, { count: 10_000 }))).toEqual(["doubled"]);
  });

  it("finds a reward that is missing, doubled or unearned", () => {
    expect(harms((run) => remove(run.state.rewards, rewarded(run).reward))).toContain("missing");
    expect(harms((run) => run.state.rewards.push({ ...rewarded(run).reward, id: "again" }))).toContain("doubled");
    const unearned = ({ state }: RunEvidence) => {
      const fact = world.facts.find(({ outcome }) => outcome.kind === "none");
      const row = state.facts.find(({ shop, alias }) => shop === fact?.shop && alias === fact.aliases[0]);
      const [reward] = state.rewards;
      if (row && reward) state.rewards.push({ ...reward, shop: row.shop, id: "unearned", engagement: row.engagement });
    };
    expect(harms(unearned)).toContain("wrong");
  });

  it("finds a reason that is not on record", () => {
    const forget = ({ state }: RunEvidence) => {
      const fact = world.facts.find(({ outcome }) => outcome.kind === "none");
      for (const row of state.facts) if (row.shop === fact?.shop && row.alias === fact.aliases[0]) row.reason = null;
    };
    expect(harms(forget)).toEqual(["wrong"]);
    const silence = ({ state }: RunEvidence) => {
      for (const row of state.facts) row.answers = {};
    };
    expect(harms(silence)).toEqual(["wrong"]);
  });

  it("finds a group with a reward too many or too few", () => {
    const group = world.groups.find(({ rewards }) => rewards > 0);
    const member = world.facts.find(
      ({ shop, outcome }) => shop === group?.shop && outcome.kind === "shared" && outcome.group === group?.id,
    );
    const rowOf = ({ state }: RunEvidence) =>
      state.facts.find(({ shop, alias }) => shop === member?.shop && alias === member.aliases[0]);
    const tooFew = (run: RunEvidence) => {
      remove(
        run.state.rewards,
        run.state.rewards.find(({ engagement }) => engagement === rowOf(run)?.engagement),
      );
    };
    expect(harms(tooFew)).toContain("missing");
  });

  it("finds a mail that is missing, doubled, for somebody else, of another shop or with another code", () => {
    expect(harms((run) => remove(run.mails, rewarded(run).mail))).toEqual(["missing"]);
    expect(harms((run) => run.mails.push({ ...rewarded(run).mail }))).toEqual(["doubled"]);
    expect(harms((run) => Object.assign(rewarded(run).mail, { to: "mallory@example.com" }))).toContain("wrong");
    expect(harms((run) => Object.assign(rewarded(run).mail, { from: '"Shop 99" <a@b.c>' }))).toContain("wrong");
    expect(harms((run) => Object.assign(rewarded(run).mail, { found: ["S01-ORDER-9"] }))).toEqual(["wrong"]);
    expect(
      harms((run) => run.mails.push({ ...rewarded(run).mail, messageId: "<x@y>", to: "mallory@example.com" })),
    ).toEqual(["doubled", "wrong"]);
  });

  it("lets a mail be unknown only where the transport allows it, and even then never twice", () => {
    const park = (run: RunEvidence) => {
      const { reward, message } = rewarded(run);
      Object.assign(reward, { state: "parked", reason: "delivery_unknown" });
      Object.assign(message, { state: "parked" });
    };
    expect(harms(park)).toEqual(["missing"]);
    expect(harms(park, true)).toEqual([]);
    const parkedAndLost = (run: RunEvidence) => {
      const { mail } = rewarded(run);
      park(run);
      remove(run.mails, mail);
    };
    expect(harms(parkedAndLost, true)).toEqual([]);
    const parkedAndTwice = (run: RunEvidence) => {
      const { mail } = rewarded(run);
      park(run);
      run.mails.push({ ...mail });
    };
    expect(harms(parkedAndTwice, true)).toEqual(["doubled"]);
  });

  it("finds a mail that did not go out, and nothing says why", () => {
    expect(harms((run) => Object.assign(rewarded(run).reward, { state: "failed" }))).toEqual(["wrong"]);
    const unexplained = ({ state }: RunEvidence) => {
      Object.assign(state.rewards.find((row) => row.state === "failed") ?? {}, { reason: null });
    };
    expect(harms(unexplained)).toEqual(["wrong"]);
  });

  it("finds codes that are in two hands, skipped or too many", () => {
    expect(harms(({ state }) => void Object.assign(state.pools[0] ?? {}, { positions: 0 }))).toEqual(["doubled"]);
    expect(harms(({ state }) => void Object.assign(state.pools[0] ?? {}, { taken: 9_999 }))).toEqual(["wrong"]);
    expect(harms(({ state }) => void Object.assign(state.pools[0] ?? {}, { codes: 1 }))).toEqual(["wrong"]);
    expect(harms(({ state }) => void Object.assign(state.pools[0] ?? {}, { state: "importing" }))).toEqual(["wrong"]);
    expect(harms(({ state }) => void Object.assign(state.coupons[0] ?? {}, { budgetUsed: 9_999 }))).toEqual(["wrong"]);
    expect(harms(({ state }) => void Object.assign(state.coupons[0] ?? {}, { codes: 1 }))).toEqual(["wrong"]);
  });

  it("finds rows of another shop", () => {
    expect(harms(({ state }) => void Object.assign(state.foreign[0] ?? {}, { count: 1 }))).toEqual(["wrong"]);
  });
});
