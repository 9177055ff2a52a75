import { ActionList, type ActionListItemDescriptor, Button, InlineStack, Link, Popover } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import type { ListedCoupon } from "~/insights/list-coupons.server";
import { draftStep } from "./draft-step";
import { useSubmitter } from "./use-submitter";
import { useToast } from "./use-toast";

/** What can be done with a coupon of the list: its sent codes or its next step at once, the rest behind a button. */
export function CouponActions({ coupon }: { coupon: ListedCoupon }) {
  const [isOpen, setIsOpen] = useState(false);
  const fetcher = useSubmitter<{ message?: string }>();
  useToast(fetcher.data);
  const { id, state, description } = coupon;
  const base = `/app/coupons/${id}`;
  const send = (action: string, fields: Record<string, string>) => {
    setIsOpen(false);
    fetcher.submit(fields, { method: "post", action: `${base}/${action}` });
  };
  const more: ActionListItemDescriptor[] = [
    ...(state === "draft" ? [] : [{ content: "Edit", url: `${base}/edit` }]),
    ...(state !== "draft" && coupon.codeType === "dynamic"
      ? [{ content: "Add codes", url: `${base}/codes`, accessibilityLabel: `Add codes to ${description}` }]
      : []),
    ...(state === "active" ? [{ content: "Pause", onAction: () => send("pause", { paused: "on" }) }] : []),
    ...(state === "paused" ? [{ content: "Resume", onAction: () => send("pause", {}) }] : []),
    { content: "Duplicate", onAction: () => send("duplicate", {}) },
    { content: "Delete", url: `${base}/delete`, destructive: true, accessibilityLabel: `Delete ${description}` },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it does nothing; the whole row is a way to the coupon, and what is pressed in here is not meant for it
    <div role="presentation" onClick={(event) => event.stopPropagation()}>
      <InlineStack gap="100" blockAlign="center" wrap={false}>
        {state === "draft" ? (
          <Link url={`${base}/${draftStep(coupon)}`} accessibilityLabel={`Continue ${description}`}>
            Continue
          </Link>
        ) : (
          <Link url={`${base}/sent`} accessibilityLabel={`View sent codes of ${description}`}>
            View sent codes
          </Link>
        )}
        <Popover
          active={isOpen}
          onClose={() => setIsOpen(false)}
          activator={
            <Button
              variant="tertiary"
              icon={MenuHorizontalIcon}
              accessibilityLabel={`More actions for ${description}`}
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
