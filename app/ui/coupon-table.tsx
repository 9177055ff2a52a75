import {
  Badge,
  type BadgeProps,
  BlockStack,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { triggerLabel } from "~/coupons/trigger-labels";
import type { ListedCoupon } from "~/insights/list-coupons.server";
import type { CouponState } from "~/platform/generated/client";

const STATES: Record<CouponState, { label: string; tone?: BadgeProps["tone"] }> = {
  draft: { label: "Draft", tone: "info" },
  active: { label: "Active", tone: "success" },
  paused: { label: "Paused" },
  deleted: { label: "Deleted" },
};

/** The coupons of a shop as an index table; on a phone each coupon is a block of its own. */
export function CouponTable({ coupons }: { coupons: ListedCoupon[] }) {
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      itemCount={coupons.length}
      resourceName={{ singular: "coupon", plural: "coupons" }}
      headings={[
        { title: "Coupon" },
        { title: "Code" },
        { title: "State" },
        { title: "Given", alignment: "end" },
        { title: "Promised", alignment: "end" },
        { title: "Codes left", alignment: "end" },
        { title: "Actions" },
      ]}
    >
      {coupons.map((coupon, index) =>
        smDown ? <Block key={coupon.id} {...{ coupon, index }} /> : <Row key={coupon.id} {...{ coupon, index }} />,
      )}
    </IndexTable>
  );
}

function Row({ coupon, index }: { coupon: ListedCoupon; index: number }) {
  return (
    <IndexTable.Row id={coupon.id} position={index}>
      <IndexTable.Cell>
        <Name coupon={coupon} />
      </IndexTable.Cell>
      <IndexTable.Cell>{codeOf(coupon)}</IndexTable.Cell>
      <IndexTable.Cell>
        <State coupon={coupon} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {coupon.given}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {coupon.promised}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {coupon.codesLeft ?? "—"}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Actions coupon={coupon} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function Block({ coupon, index }: { coupon: ListedCoupon; index: number }) {
  const left = coupon.codesLeft === null ? "" : ` · ${coupon.codesLeft} codes left`;
  return (
    <IndexTable.Row id={coupon.id} position={index}>
      <div style={{ padding: "12px 16px", width: "100%", whiteSpace: "normal" }}>
        <BlockStack gap="100">
          <Name coupon={coupon} />
          <InlineStack gap="200" blockAlign="center">
            <State coupon={coupon} />
            <Text as="span">{codeOf(coupon)}</Text>
          </InlineStack>
          <Text as="span" tone="subdued">
            {coupon.given} given · {coupon.promised} promised{left}
          </Text>
          <Actions coupon={coupon} />
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
}

function Name({ coupon }: { coupon: ListedCoupon }) {
  const url = coupon.state === "draft" ? `/app/coupons/${coupon.id}/engagement` : `/app/coupons/${coupon.id}/sent`;
  return (
    <div style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>
      <Link url={url} removeUnderline>
        <Text as="span" fontWeight="semibold">
          {coupon.description}
        </Text>
      </Link>
      <Text as="p" tone="subdued">
        {triggerLabel(coupon.trigger)}
      </Text>
    </div>
  );
}

function State({ coupon }: { coupon: ListedCoupon }) {
  const { label, tone } = STATES[coupon.state];
  return <Badge tone={tone}>{label}</Badge>;
}

function Actions({ coupon }: { coupon: ListedCoupon }) {
  const base = `/app/coupons/${coupon.id}`;
  const of = ` of ${coupon.description}`;
  return (
    <InlineStack gap="300">
      {coupon.state === "draft" ? (
        <Link url={`${base}/engagement`} accessibilityLabel={`Continue ${coupon.description}`}>
          Continue
        </Link>
      ) : (
        <Link url={`${base}/sent`} accessibilityLabel={`View sent codes${of}`}>
          View sent codes
        </Link>
      )}
      {coupon.state !== "draft" && coupon.codeType === "dynamic" ? (
        <Link url={`${base}/codes`} accessibilityLabel={`Add codes to ${coupon.description}`}>
          Add codes
        </Link>
      ) : null}
      <Link url={`${base}/delete`} accessibilityLabel={`Delete ${coupon.description}`}>
        Delete
      </Link>
    </InlineStack>
  );
}

function codeOf({ codeType, staticCode }: ListedCoupon): string {
  if (codeType === "dynamic") return "One each, from CSV";
  return staticCode ?? "Not entered yet";
}
