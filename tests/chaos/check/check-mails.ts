import type { SentMail } from "../../support/resend-double/double-log";
import { shopName } from "../world/plan-shops";
import type { ExpectedFact, World } from "../world/world";
import type { MailRules } from "./check-facts";
import { senderName } from "./evidence";
import type { Violation } from "./violation";

interface Bounds {
  least: number;
  most: number;
}

/**
 * What was expected against what the provider sent, without asking the database: how many mails each address may have
 * of each shop, and that no code went to two of them.
 */
export function checkMails(world: World, mails: SentMail[], rules: MailRules): Violation[] {
  return [...checkCounts(world, mails, rules), ...checkSharedCodes(world, mails)];
}

function checkCounts(world: World, mails: SentMail[], rules: MailRules): Violation[] {
  const expected = new Map<string, Bounds>();
  for (const fact of world.facts) {
    const { least, most } = boundsOf(fact, rules);
    const so = expected.get(mailbox(shopName(fact.shop), fact.to)) ?? { least: 0, most: 0 };
    expected.set(mailbox(shopName(fact.shop), fact.to), { least: so.least + least, most: so.most + most });
  }
  const sent = Map.groupBy(mails, (mail) => mailbox(senderName(mail), mail.to));
  return [...new Set([...expected.keys(), ...sent.keys()])].flatMap((about): Violation[] => {
    const { least, most } = expected.get(about) ?? { least: 0, most: 0 };
    const count = sent.get(about)?.length ?? 0;
    const what = `${count} mails instead of ${least === most ? least : `${least} to ${most}`}`;
    if (count > most) return [{ harm: most === 0 ? "wrong" : "doubled", about, what }];
    return count < least ? [{ harm: "missing", about, what }] : [];
  });
}

function boundsOf({ outcome }: ExpectedFact, { mayBeUnknown }: MailRules): Bounds {
  if (outcome.kind === "reward") return { least: mayBeUnknown ? 0 : 1, most: 1 };
  return { least: 0, most: outcome.kind === "either" || outcome.kind === "shared" ? 1 : 0 };
}

function checkSharedCodes(world: World, mails: SentMail[]): Violation[] {
  const statics = world.shops.flatMap(({ coupons }) =>
    coupons.flatMap(({ codes }) => (codes.kind === "static" ? [codes.code] : [])),
  );
  const byCode = Map.groupBy(
    mails.flatMap((mail) => mail.found.map((code) => ({ code, mail }))),
    ({ code }) => code,
  );
  return [...byCode].flatMap(([code, found]): Violation[] => {
    const owners = new Set(found.map(({ mail }) => mailbox(senderName(mail), mail.to)));
    if (owners.size < 2 || statics.includes(code)) return [];
    return [{ harm: "doubled", about: `code ${code}`, what: `was mailed to ${owners.size} addresses` }];
  });
}

function mailbox(shop: string, address: string | null): string {
  return `mail of ${shop} to ${address}`;
}
