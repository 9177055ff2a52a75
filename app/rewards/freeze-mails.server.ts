import { firstNameOf } from "~/emails/first-name";
import { formatExpiry } from "~/emails/format-expiry";
import { isTemplateFault } from "~/emails/is-template-fault";
import { newestThankYous } from "~/emails/newest-thank-yous.server";
import { compileThankYou, type RenderedEmail } from "~/emails/render-thank-you";
import { replyAddress } from "~/emails/reply-address";
import type { ThankYouVariables } from "~/emails/thank-you-variables";
import type { Transaction } from "~/platform/database.server";
import type { Engagement, Reward, Shop, ShopperIdentity, ThankYouEmail } from "~/platform/generated/client";
import type { RewardKey } from "./list-due.server";
import type { FrozenMail } from "./new-message";
import { UnwrittenMails } from "./unwritten-mails";

/** A reward whose code is taken, and what its mail speaks of. */
export interface MailSubject {
  reward: Reward;
  shop: Shop;
  engagement: Engagement;
  recipient: ShopperIdentity;
  code: string;
}

/**
 * Writes the mail of each reward from its shop's newest thank-you email, by reward id. A reward is missing from the
 * result when its template exceeds its limits or its address was erased. Throws `UnwrittenMails` where writing throws anything else.
 */
export async function freezeMails(tx: Transaction, subjects: MailSubject[]): Promise<Map<string, FrozenMail>> {
  const templates = await newestThankYous(tx, { shopIds: [...new Set(subjects.map(({ shop }) => shop.id))] });
  const compiled = new Map([...templates].map(([shopId, template]) => [shopId, compileOnce(template)]));
  const mails = new Map<string, FrozenMail>();
  const bugs: { reward: RewardKey; error: unknown }[] = [];
  for (const subject of subjects) {
    const { shopId, id } = subject.reward;
    try {
      const mail = writeMail(subject, compiled.get(shopId));
      if (mail) mails.set(id, mail);
    } catch (error) {
      bugs.push({ reward: { shopId, id }, error });
    }
  }
  const [first] = bugs;
  if (!first) return mails;
  throw new UnwrittenMails(
    bugs.map(({ reward }) => reward),
    first.error,
  );
}

type Render = (variables: ThankYouVariables) => RenderedEmail | null;

function writeMail(subject: MailSubject, render: Render | undefined): FrozenMail | null {
  const recipient = subject.recipient.value;
  const rendered = recipient && render ? render(variablesOf(subject)) : null;
  const [senderName, replyTo] = [subject.shop.name, replyAddress(subject.shop.email)];
  return recipient && rendered ? { senderName, recipient, replyTo, ...rendered } : null;
}

/** A template that cannot be read or runs into its limits is its mails' outcome, not the batch's: null. */
function compileOnce(template: ThankYouEmail): Render {
  let render: ReturnType<typeof compileThankYou> | undefined;
  return (variables) => {
    try {
      render ??= compileThankYou(template);
      return render(variables);
    } catch (error) {
      if (isTemplateFault(error)) return null;
      throw error;
    }
  };
}

function variablesOf({ reward, shop, engagement, recipient, code }: MailSubject): ThankYouVariables {
  return {
    customer: { first_name: firstNameOf(recipient.name) },
    coupon: {
      description: reward.description,
      code,
      expires_on: formatExpiry(reward.expiresOn, shop.timeZone, shop.locale),
    },
    review: { rating: engagement.rating },
    product: { title: engagement.productTitle },
    shop: { name: shop.name },
    order: { name: engagement.orderName },
  };
}
