import { PGlite } from "@electric-sql/pglite";
import { listMails, readMail } from "../mailbox/read-outbox";

/** A reward that did not end before it was given, as the database has it. */
export interface GivenReward {
  /** Address it was given to, lower case. */
  email: string;
  /** The coupon's description. */
  coupon: string;
  state: string;
  code: string | null;
}

/** A mail as it lies in the outbox. */
export interface ReceivedMail {
  /** Address, lower case. */
  to: string;
  html: string;
  text: string;
}

/** What really happened. */
export interface Results {
  rewards: GivenReward[];
  mails: ReceivedMail[];
}

/** Reads the database of an app that has stopped, and its outbox. */
export async function readResults(databaseDir: string, outboxDir: string): Promise<Results> {
  return { rewards: await readRewards(databaseDir), mails: await readMails(outboxDir) };
}

async function readRewards(databaseDir: string): Promise<GivenReward[]> {
  const database = await PGlite.create(databaseDir);
  try {
    const { rows } = await database.query<GivenReward>(`
      select lower(recipient.value) as email, coupon.description as coupon, reward.state::text as state,
             coalesce(reward.static_code, code.code) as code
      from reward
      join coupon on coupon.shop_id = reward.shop_id and coupon.id = reward.coupon_id
      join shopper_identity recipient on recipient.shop_id = reward.shop_id and recipient.id = reward.recipient_id
      left join code on code.shop_id = reward.shop_id and code.pool_id = reward.pool_id
        and code.position = reward.position
      where reward.state <> 'ended'
      order by reward.promised_at, reward.id`);
    return rows;
  } finally {
    await database.close();
  }
}

async function readMails(outboxDir: string): Promise<ReceivedMail[]> {
  const mails = await Promise.all((await listMails(outboxDir)).map(({ file }) => readMail(outboxDir, file)));
  return mails
    .filter((mail) => mail !== null)
    .map(({ to, html, text }) => ({ to: addressOf(to), html: html ?? "", text: text ?? "" }));
}

function addressOf(to: string): string {
  return (/<([^>]+)>/.exec(to)?.[1] ?? to).trim().toLowerCase();
}
