import { firstNameOf } from "~/emails/first-name";
import { formatExpiry } from "~/emails/format-expiry";
import { newestThankYous } from "~/emails/newest-thank-yous.server";
import { compileThankYou } from "~/emails/render-thank-you";
import { replyAddress } from "~/emails/reply-address";
import type { ThankYouVariables } from "~/emails/thank-you-variables";
import type { Transaction } from "~/platform/database.server";
import type { Engagement, Reward, Shop, ShopperIdentity, ThankYouEmail } from "~/platform/generated/client";
import type { FrozenMail } from "./new-message";

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
 * result when its template exceeds its limits or its address was erased.
 */
export async function freezeMails(tx: Transaction, subjects: MailSubject[]): Promise<Map<string, FrozenMail>> {
  const templates = await newestThankYous(tx, { shopIds: [...new Set(subjects.map(({ shop }) => shop.id))] });
  const compiled = new Map([...templates].map(([shopId, template]) => [shopId, compileOnce(template)]));
  const mails = new Map<string, FrozenMail>();
  for (const subject of subjects) {
    const recipient = subject.recipient.value;
    const rendered = recipient ? compiled.get(subject.shop.id)?.(variablesOf(subject)) : null;
    const [senderName, replyTo] = [subject.shop.name, replyAddress(subject.shop.email)];
    if (recipient && rendered) mails.set(subject.reward.id, { senderName, recipient, replyTo, ...rendered });
  }
  return mails;
}

/** Rendering throws where a template runs into its limits: that is this mail's outcome, not the batch's. */
function compileOnce(template: ThankYouEmail) {
  let render: ReturnType<typeof compileThankYou> | undefined;
  return (variables: ThankYouVariables) => {
    try {
      render ??= compileThankYou(template);
      return render(variables);
    } catch {
      return null;
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
