import {
  Badge,
  type BadgeProps,
  Banner,
  BlockStack,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";
import { useEffect } from "react";
import { triggerLabel } from "~/coupons/trigger-labels";
import type { ListedCoupon } from "~/insights/list-coupons.server";
import type { CouponState } from "~/platform/generated/client";
import { CouponActions } from "./coupon-actions";
import { draftStep } from "./draft-step";
import { formatMoney } from "./format-money";
import { quantity } from "./quantity";
import { useSubmitter } from "./use-submitter";
import { useToast } from "./use-toast";

const STATES: Record<CouponState, { label: string; tone?: BadgeProps["tone"] }> = {
  draft: { label: "Draft", tone: "info" },
  active: { label: "Active", tone: "success" },
  paused: { label: "Paused" },
  deleted: { label: "Deleted" },
};

/** The coupons of a shop as an index table, to pause and resume several at once; on a phone each is a block of its own. */
export function CouponTable({ coupons, currency }: { coupons: ListedCoupon[]; currency: string }) {
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
    <>
      {fetcher.data?.problem ? <Banner tone="critical">{fetcher.data.problem}</Banner> : null}
      <IndexTable
        condensed={mdDown}
        itemCount={coupons.length}
        selectedItemsCount={chosen.allResourcesSelected ? "All" : chosen.selectedResources.length}
        onSelectionChange={chosen.handleSelectionChange}
        promotedBulkActions={[
          { content: "Pause", onAction: () => send({ paused: "on" }) },
          { content: "Resume", onAction: () => send({}) },
        ]}
        resourceName={{ singular: "coupon", plural: "coupons" }}
        emptyState={
          <div style={{ padding: 24, textAlign: "center" }}>
            <Text as="p">No coupon fits. Take a filter away, or search for something else.</Text>
          </div>
        }
        headings={[
          { title: "Coupon" },
          { title: "State" },
          { title: "Given", alignment: "end" },
          { title: "Redeemed", alignment: "end" },
          { title: "Codes left", alignment: "end" },
          { title: "Days of supply", alignment: "end" },
          { title: "Actions" },
        ]}
      >
        {coupons.map((coupon, index) => {
          const line = { coupon, index, currency, isChosen: chosen.selectedResources.includes(coupon.id) };
          return mdDown ? <Block key={coupon.id} {...line} /> : <Row key={coupon.id} {...line} />;
        })}
      </IndexTable>
    </>
  );
}

interface Line {
  coupon: ListedCoupon;
  index: number;
  currency: string;
  isChosen: boolean;
}

function Row({ coupon, index, currency, isChosen }: Line) {
  const { given, promised, redeemed, revenue, codesLeft, daysLeft } = coupon;
  return (
    <IndexTable.Row id={coupon.id} position={index} selected={isChosen}>
      <IndexTable.Cell>
        <Name coupon={coupon} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <State coupon={coupon} />
      </IndexTable.Cell>
      <Figure value={given} detail={promised > 0 ? `${promised.toLocaleString("en")} promised` : undefined} />
      <Figure value={redeemed} detail={redeemed > 0 ? formatMoney(revenue, currency) : undefined} />
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
  return (
    <IndexTable.Cell>
      <Text as="p" alignment="end" numeric>
        {value?.toLocaleString("en") ?? "—"}
      </Text>
      {detail ? (
        <Text as="p" alignment="end" tone="subdued" numeric>
          {detail}
        </Text>
      ) : null}
    </IndexTable.Cell>
  );
}

function Block({ coupon, index, currency, isChosen }: Line) {
  const { given, promised, redeemed, revenue, codesLeft, daysLeft } = coupon;
  const figures = [
    `${given.toLocaleString("en")} given`,
    `${promised.toLocaleString("en")} promised`,
    ...(redeemed > 0 ? [`${redeemed.toLocaleString("en")} redeemed (${formatMoney(revenue, currency)})`] : []),
    ...(codesLeft === null ? [] : [`${quantity(codesLeft, "code")} left`]),
    ...(daysLeft === null ? [] : [`${quantity(daysLeft, "day")} of supply`]),
  ];
  return (
    <IndexTable.Row id={coupon.id} position={index} selected={isChosen}>
      <div style={{ padding: "12px 16px", width: "100%", whiteSpace: "normal" }}>
        <BlockStack gap="100">
          <Name coupon={coupon} />
          <InlineStack>
            <State coupon={coupon} />
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
  const url = `/app/coupons/${coupon.id}/${coupon.state === "draft" ? draftStep(coupon) : "edit"}`;
  return (
    <div style={{ whiteSpace: "normal", overflowWrap: "anywhere", minWidth: 170 }}>
      <Link url={url} removeUnderline dataPrimaryLink>
        <Text as="span" fontWeight="semibold">
          {coupon.description || "Not described yet"}
        </Text>
      </Link>
      <Text as="p" tone="subdued">
        {triggerLabel(coupon.trigger)}
      </Text>
      <Text as="p" tone="subdued">
        {codeOf(coupon)}
      </Text>
    </div>
  );
}

function State({ coupon }: { coupon: ListedCoupon }) {
  const { label, tone } = STATES[coupon.state];
  return <Badge tone={tone}>{label}</Badge>;
}

function codeOf({ codeType, staticCode }: ListedCoupon): string {
  if (codeType === "dynamic") return "A code of their own for each";
  return staticCode ? `One code for everybody: ${staticCode}` : "One code for everybody, not entered yet";
}
