import type { Application } from "~/platform/application";
import type { Message } from "~/platform/generated/client";
import { beginSending } from "~/rewards/begin-sending.server";
import { claimMessages } from "~/rewards/claim-messages.server";
import { keepLease } from "~/rewards/keep-lease.server";
import { listDue, type RewardKey } from "~/rewards/list-due.server";
import { postponeReward } from "~/rewards/postpone-reward.server";
import { recordOutcome } from "~/rewards/record-outcome.server";
import { releaseWaiting } from "~/rewards/release-waiting.server";

/** Rewards whose codes are taken in one transaction, and messages leased at once. */
const BATCH = 50;
/** Calls to the mail provider at a time. */
const IN_HAND = 5;

/** Answers "send-due": takes codes for everything that is due and hands the mails over, then those to be tried again. */
export async function sendDue(app: Application): Promise<void> {
  await releaseWaiting(app.db);
  while (await sendPromises(app));
  while (await retryMessages(app));
}

async function sendPromises(app: Application): Promise<boolean> {
  const rewards = await listDue(app.db, { limit: BATCH }, app.now());
  if (rewards.length === 0) return false;
  const { taken, messages } = await begin(app, rewards);
  await handOver(app, messages);
  // Nothing taken although something is due: another worker has it in hand.
  return taken > 0;
}

async function begin(app: Application, rewards: RewardKey[]): Promise<{ taken: number; messages: Message[] }> {
  const transport = app.mail.name;
  try {
    return await beginSending(app.db, { rewards, transport }, app.now());
  } catch (error) {
    app.logger.warn({ err: error, rewards: rewards.length }, "a batch of due rewards failed; they are sent one by one");
  }
  const all: { taken: number; messages: Message[] } = { taken: 0, messages: [] };
  for (const reward of rewards) {
    try {
      const one = await beginSending(app.db, { rewards: [reward], transport }, app.now());
      all.taken += one.taken;
      all.messages.push(...one.messages);
    } catch (error) {
      app.logger.error(
        { err: error, shopId: reward.shopId, reward: reward.id },
        "a due reward could not be sent; put off",
      );
      await postponeReward(app.db, reward, app.now());
    }
  }
  return all;
}

async function retryMessages(app: Application): Promise<boolean> {
  const messages = await claimMessages(app.db, { limit: BATCH, transport: app.mail }, app.now());
  await handOver(app, messages);
  return messages.length > 0;
}

async function handOver(app: Application, messages: Message[]): Promise<void> {
  const waiting = [...messages];
  const lane = async () => {
    for (let message = waiting.shift(); message; message = waiting.shift()) await deliver(app, message);
  };
  await Promise.all(Array.from({ length: IN_HAND }, lane));
}

/** Outside any transaction: the provider may take its time. */
async function deliver(app: Application, message: Message): Promise<void> {
  const { id, recipient, subject, html, text, senderName } = message;
  if (recipient === null || subject === null || html === null || text === null)
    throw new Error("a message without its mail");
  if ((await keepLease(app.db, message, app.now())).outcome === "given_back") return;
  const from = { name: senderName, address: app.env.MAIL_FROM };
  const receipt = await app.mail.send({ id, from, to: recipient, subject, html, text });
  await recordOutcome(app.db, { message, receipt }, app.now());
  if (receipt.outcome !== "sent")
    app.logger.warn({ shopId: message.shopId, message: id, outcome: receipt.outcome }, "mail not sent");
}
