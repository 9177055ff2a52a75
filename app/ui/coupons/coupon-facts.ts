import { describeDelay } from "~/coupons/coupon-form";
import { triggerTask } from "~/coupons/trigger-labels";
import type { ShopIntl } from "~/messages/shop-intl";
import type { Coupon } from "~/platform/generated/client";

/** A line of a description list. */
export interface Fact {
  term: string;
  description: string;
}

/** What a coupon does, in three groups as the wizard asks for it. */
export function couponFacts(intl: ShopIntl, coupon: Coupon, codesLeft: number) {
  return {
    engagement: engagementFacts(intl, coupon),
    code: [codeFact(intl, coupon, codesLeft)],
    expiration: [{ term: intl.say("coupon_facts.given_until"), description: endOf(intl, coupon) }],
  };
}

function engagementFacts(intl: ShopIntl, coupon: Coupon): Fact[] {
  const { trigger, description, delaySeconds, limitPerShopper, budget } = coupon;
  return [
    { term: intl.say("coupon_facts.has_to"), description: intl.say(triggerTask(trigger)) },
    { term: intl.say("coupon_facts.they_get"), description },
    { term: intl.say("coupon_facts.is_sent"), description: intl.say(describeDelay(delaySeconds)) },
    { term: intl.say("coupon_facts.limit"), description: intl.say("coupon_facts.times", { count: limitPerShopper }) },
    {
      term: intl.say("coupon_facts.in_all"),
      description:
        budget === null ? intl.say("coupon_facts.no_limit") : intl.say("coupon_facts.at_most", { count: budget }),
    },
  ];
}

function codeFact(intl: ShopIntl, { codeType, staticCode }: Coupon, codesLeft: number): Fact {
  if (codeType === "static") {
    const description = staticCode ?? intl.say("coupon_facts.not_entered");
    return { term: intl.say("code_type.static"), description };
  }
  return {
    term: intl.say("coupon_facts.own_codes"),
    description: intl.say("coupons.codes_left", { count: codesLeft }),
  };
}

function endOf(intl: ShopIntl, { expiresOn }: Coupon): string {
  if (!expiresOn) return intl.say("coupon_facts.until_deleted");
  return intl.say("coupon_facts.end_of_day", { day: intl.day(expiresOn), timeZone: intl.format.timeZone });
}
