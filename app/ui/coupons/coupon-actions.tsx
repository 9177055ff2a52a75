import { ActionList, type ActionListItemDescriptor, Button, InlineStack, Link, Popover } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import type { ListedCoupon } from "~/insights/list-coupons.server";
import { draftStep } from "../coupon-form/draft-step";
import { useSubmitter } from "../forms/use-submitter";
import { useShopIntl } from "../shop-intl";
import { useToast } from "../use-toast";

/** What can be done with a coupon of the list: its sent codes or its next step at once, the rest behind a button. */
export function CouponActions({ coupon }: { coupon: ListedCoupon }) {
  const intl = useShopIntl();
  const [isOpen, setIsOpen] = useState(false);
  const fetcher = useSubmitter<{ message?: string }>();
  useToast(fetcher.data);
  const { id, state, description: name } = coupon;
  const base = `/app/coupons/${id}`;
  const send = (action: string, fields: Record<string, string>) => {
    setIsOpen(false);
    fetcher.submit(fields, { method: "post", action: `${base}/${action}` });
  };
  const more: ActionListItemDescriptor[] = [
    ...(state === "draft" ? [] : [{ content: intl.say("coupons.edit"), url: `${base}/edit` }]),
    ...(state !== "draft" && coupon.codeType === "dynamic"
      ? [
          {
            content: intl.say("codes.add_codes"),
            url: `${base}/codes`,
            accessibilityLabel: intl.say("codes.add_codes_to", { coupon: name }),
          },
        ]
      : []),
    ...(state === "active"
      ? [{ content: intl.say("coupons.pause"), onAction: () => send("pause", { paused: "on" }) }]
      : []),
    ...(state === "paused" ? [{ content: intl.say("coupons.resume"), onAction: () => send("pause", {}) }] : []),
    { content: intl.say("coupons.duplicate"), onAction: () => send("duplicate", {}) },
    {
      content: intl.say("coupons.delete"),
      url: `${base}/delete`,
      destructive: true,
      accessibilityLabel: intl.say("coupons.delete_named", { coupon: name }),
    },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it does nothing; the whole row is a way to the coupon, and what is pressed in here is not meant for it
    <div role="presentation" onClick={(event) => event.stopPropagation()}>
      <InlineStack gap="100" blockAlign="center" wrap={false}>
        {state === "draft" ? (
          <Link
            url={`${base}/${draftStep(coupon)}`}
            accessibilityLabel={intl.say("coupons.continue_named", { coupon: name })}
          >
            {intl.say("coupons.continue")}
          </Link>
        ) : (
          <Link url={`${base}/sent`} accessibilityLabel={intl.say("coupons.view_sent_codes_of", { coupon: name })}>
            {intl.say("coupons.view_sent_codes")}
          </Link>
        )}
        <Popover
          active={isOpen}
          onClose={() => setIsOpen(false)}
          activator={
            <Button
              variant="tertiary"
              icon={MenuHorizontalIcon}
              accessibilityLabel={intl.say("coupons.more_actions", { coupon: name })}
              onClick={() => setIsOpen(!isOpen)}
              loading={fetcher.state !== "idle"}
            />
          }
        >
          <ActionList items={more} />
        </Popover>
      </InlineStack>
    </div>
  );
}
