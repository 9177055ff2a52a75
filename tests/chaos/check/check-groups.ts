import type { ExpectedFact, ExpectedGroup, World } from "../world/world";
import type { Evidence } from "./evidence";
import type { Violation } from "./violation";

/** Of each group as many are rewarded as must be, and to the others the coupon gives the group's reason. */
export function checkGroups(world: World, evidence: Evidence): Violation[] {
  const members = Map.groupBy(
    world.facts.filter(({ outcome }) => outcome.kind === "shared"),
    ({ shop, outcome }) => `${shop} ${outcome.kind === "shared" && outcome.group}`,
  );
  return world.groups.flatMap((group) => checkGroup(group, members.get(`${group.shop} ${group.id}`) ?? [], evidence));
}

function checkGroup(group: ExpectedGroup, facts: ExpectedFact[], evidence: Evidence): Violation[] {
  const about = `shop ${group.shop} ${group.id}`;
  const rows = facts.flatMap(({ shop, aliases: [alias = ""] }) => evidence.fact(shop, alias) ?? []);
  const unrewarded = rows.filter((row) => evidence.rewardsOf(group.shop, row.engagement).length === 0);
  const rewarded = rows.length - unrewarded.length;
  const silent = unrewarded.filter((row) => row.answers?.[group.coupon] !== group.reason);
  return [
    ...(rewarded > group.rewards ? [{ harm: "doubled" as const, about, what: counted(rewarded, group) }] : []),
    ...(rewarded < group.rewards ? [{ harm: "missing" as const, about, what: counted(rewarded, group) }] : []),
    ...silent.map(({ alias, answers }): Violation => {
      return {
        harm: "wrong",
        about: `shop ${group.shop} ${alias}`,
        what: `says "${answers?.[group.coupon]}" instead of "${group.reason}"`,
      };
    }),
  ];
}

function counted(rewarded: number, { rewards }: ExpectedGroup): string {
  return `${rewarded} rewards instead of ${rewards}`;
}
