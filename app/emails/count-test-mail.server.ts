import { addHours, subHours } from "date-fns";
import type { Database } from "~/platform/database.server";

/** More than anybody needs to write a text, and too few to be of use to a spammer. */
const MOST_AN_HOUR = 20;

/** `most`: how many an hour; `until`: when the shop may send the next one. */
export type CountedTestMail = { outcome: "counted" } | { outcome: "limited"; most: number; until: Date };

/**
 * Counts a test mail that is about to be sent, unless the shop has sent 20 within the hour that began with the first of them. One
 * statement decides, so that any number at once are no more than 20.
 */
export async function countTestMail(db: Database, { shopId }: { shopId: number }, now: Date): Promise<CountedTestMail> {
  const hourAgo = subHours(now, 1);
  const counted = await db.$executeRaw`
    update shop
    set test_mails = case when test_mails_since > ${hourAgo} then test_mails + 1 else 1 end,
        test_mails_since = case when test_mails_since > ${hourAgo} then test_mails_since else ${now} end
    where id = ${shopId}
      and (test_mails_since is null or test_mails_since <= ${hourAgo} or test_mails < ${MOST_AN_HOUR})`;
  if (counted === 1) return { outcome: "counted" };
  const { testMailsSince } = await db.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { testMailsSince: true },
  });
  return { outcome: "limited", most: MOST_AN_HOUR, until: addHours(testMailsSince ?? now, 1) };
}
