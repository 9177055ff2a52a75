import {
  Banner,
  BlockStack,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";
import { type MouseEvent, useEffect } from "react";
import { triggerLabel } from "~/coupons/trigger-labels";
import type { ListedCoupon } from "~/insights/list-coupons.server";
import type { ShopIntl } from "~/messages/shop-intl";
import { Clamped } from "../clamped";
import { draftStep } from "../coupon-form/draft-step";
import { useSubmitter } from "../forms/use-submitter";
import { useShopIntl } from "../shop-intl";
import { useToast } from "../use-toast";
import { CouponActions } from "./coupon-actions";
import { CouponStateBadge } from "./coupon-state-badge";

/** The coupons of a shop as an index table, to pause and resume several at once; on a phone each is a block of its own. */
export function CouponTable({ coupons }: { coupons: ListedCoupon[] }) {
  const intl = useShopIntl();
  const { mdDown } = useBreakpoints();
  const chosen = useIndexResourceState(coupons.map(({ id }) => ({ id })));
  const fetcher = useSubmitter<{ message?: string; problem?: string }>();
  useToast(fetcher.data);
  const { clearSelection } = chosen;
  useEffect(() => {
    if (fetcher.data?.message) clearSelection();
  }, [fetcher.data, clearSelection]);
  const send = (fields: Record<string, string>) =>
    fetcher.submit(
      { ids: chosen.selectedResources.join(","), ...fields },
      { method: "post", action: "/app/coupons?index" },
    );
  return (
    <div onClickCapture={keepSecondClick}>
      {fetcher.data?.problem ? <Banner tone="critical">{fetcher.data.problem}</Banner> : null}
      <IndexTable
        condensed={mdDown}
        itemCount={coupons.length}
        selectedItemsCount={chosen.allResourcesSelected ? "All" : chosen.selectedResources.length}
        onSelectionChange={chosen.handleSelectionChange}
        promotedBulkActions={[
          { content: intl.say("coupons.pause"), onAction: () => send({ paused: "on" }) },
          { content: intl.say("coupons.resume"), onAction: () => send({}) },
        ]}
        resourceName={{ singular: intl.say("coupons.coupon"), plural: intl.say("coupons.coupons") }}
        emptyState={
          <div style={{ padding: 24, textAlign: "center" }}>
            <Text as="p">{intl.say("coupons.nothing_fits")}</Text>
          </div>
        }
        headings={[
          { title: intl.say("coupons.coupon_column") },
          { title: intl.say("coupons.state_column") },
          { title: intl.say("coupons.given_column"), alignment: "end" },
          { title: intl.say("coupons.redeemed_column"), alignment: "end" },
          { title: intl.say("coupons.codes_left_column"), alignment: "end" },
          { title: intl.say("coupons.days_left_column"), alignment: "end" },
          { title: intl.say("coupons.actions_column") },
        ]}
      >
        {coupons.map((coupon, index) => {
          const line = { coupon, index, isChosen: chosen.selectedResources.includes(coupon.id) };
          return mdDown ? <Block key={coupon.id} {...line} /> : <Row key={coupon.id} {...line} />;
        })}
      </IndexTable>
    </div>
  );
}

/** The second click of a double one on a menu that closes at the first would go to the row behind it, which leads elsewhere. */
function keepSecondClick(event: MouseEvent): void {
  if (event.detail < 2) return;
  event.preventDefault();
  event.stopPropagation();
}

interface Line {
  coupon: ListedCoupon;
  index: number;
  isChosen: boolean;
}

function Row({ coupon, index, isChosen }: Line) {
  const intl = useShopIntl();
  const { given, promised, redeemed, revenue, codesLeft, daysLeft } = coupon;
  return (
    <IndexTable.Row id={coupon.id} position={index} selected={isChosen}>
      <IndexTable.Cell>
        <Name coupon={coupon} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <CouponStateBadge coupon={coupon} />
      </IndexTable.Cell>
      <Figure value={given} detail={promised > 0 ? intl.say("coupons.promised", { count: promised }) : undefined} />
      <Figure value={redeemed} detail={redeemed > 0 ? intl.money(revenue) : undefined} />
      <Figure value={codesLeft} />
      <Figure value={daysLeft} />
      <IndexTable.Cell>
        <CouponActions coupon={coupon} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

/** A number at the right; a dash where there is none. */
function Figure({ value, detail }: { value: number | null; detail?: string | undefined }) {
  const intl = useShopIntl();
  return (
    <IndexTable.Cell>
      <Text as="p" alignment="end" numeric>
        {value === null ? "—" : intl.number(value)}
      </Text>
      {detail ? (
        <Text as="p" alignment="end" tone="subdued" numeric>
          {detail}
        </Text>
      ) : null}
    </IndexTable.Cell>
  );
}

function Block({ coupon, index, isChosen }: Line) {
  const intl = useShopIntl();
  const { given, promised, redeemed, revenue, codesLeft, daysLeft } = coupon;
  const figures = [
    intl.say("coupons.given", { count: given }),
    intl.say("coupons.promised", { count: promised }),
    ...(redeemed > 0 ? [intl.say("coupons.redeemed", { count: redeemed, revenue: intl.money(revenue) })] : []),
    ...(codesLeft === null ? [] : [intl.say("coupons.codes_left", { count: codesLeft })]),
    ...(daysLeft === null ? [] : [intl.say("coupons.days_left", { count: daysLeft })]),
  ];
  return (
    <IndexTable.Row id={coupon.id} position={index} selected={isChosen}>
      <div style={{ padding: "12px 16px", width: "100%", whiteSpace: "normal" }}>
        <BlockStack gap="100">
          <Name coupon={coupon} />
          <InlineStack>
            <CouponStateBadge coupon={coupon} />
          </InlineStack>
          <Text as="span" tone="subdued">
            {figures.join(" · ")}
          </Text>
          <CouponActions coupon={coupon} />
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
}

function Name({ coupon }: { coupon: ListedCoupon }) {
  const intl = useShopIntl();
  const url = `/app/coupons/${coupon.id}/${coupon.state === "draft" ? draftStep(coupon) : "edit"}`;
  return (
    <div style={{ whiteSpace: "normal", overflowWrap: "anywhere", minWidth: 170 }}>
      <Link url={url} removeUnderline dataPrimaryLink>
        <Text as="span" fontWeight="semibold">
          <Clamped>{coupon.description || intl.say("coupons.not_described")}</Clamped>
        </Text>
      </Link>
      <Text as="p" tone="subdued">
        {intl.say(triggerLabel(coupon.trigger))}
      </Text>
      <Text as="p" tone="subdued">
        <Clamped>{codeOf(intl, coupon)}</Clamped>
      </Text>
    </div>
  );
}

function codeOf(intl: ShopIntl, { codeType, staticCode }: ListedCoupon): string {
  if (codeType === "dynamic") return intl.say("code_type.dynamic");
  return staticCode ? intl.say("coupons.static_code", { code: staticCode }) : intl.say("coupons.no_static_code");
}
