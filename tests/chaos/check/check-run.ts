import type { SentMail } from "../../support/resend-double/double-log";
import type { DeliveryLogLine } from "../delivery/delivery-log";
import type { World } from "../world/world";
import { checkCodes } from "./check-codes";
import { checkDeliveries } from "./check-deliveries";
import { checkFacts, type MailRules } from "./check-facts";
import { checkGroups } from "./check-groups";
import { checkMails } from "./check-mails";
import { gatherEvidence } from "./evidence";
import type { RunState } from "./run-state";
import type { Violation } from "./violation";

/** All there is to judge a run by: what had to happen, the doubles' own logs, the database. */
export interface RunEvidence {
  world: World;
  deliveries: DeliveryLogLine[];
  mails: SentMail[];
  state: RunState;
}

/** Everything that must not be; empty for a clean run. */
export function checkRun({ world, deliveries, mails, state }: RunEvidence, rules: MailRules): Violation[] {
  const evidence = gatherEvidence(world, state, mails);
  return [
    ...checkDeliveries(world, deliveries, state.inbox),
    ...checkFacts(world, evidence, rules),
    ...checkGroups(world, evidence),
    ...checkMails(world, mails, rules),
    ...checkCodes(world, state),
    ...checkForeign(world, state),
  ];
}

function checkForeign(world: World, { foreign, engagements }: RunState): Violation[] {
  const counted = new Map(engagements.map(({ shop, count }) => [shop, count]));
  const expected = Map.groupBy(world.facts, ({ shop }) => shop);
  return [
    ...foreign.flatMap(({ what, count }): Violation[] =>
      count === 0 ? [] : [{ harm: "wrong", about: what, what: `${count} of them` }],
    ),
    ...world.shops.flatMap(({ number }): Violation[] => {
      const [is, must] = [counted.get(number) ?? 0, expected.get(number)?.length ?? 0];
      return is <= must
        ? []
        : [{ harm: "doubled", about: `facts of shop ${number}`, what: `${is} instead of ${must}` }];
    }),
  ];
}
