import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, Box, Page } from "@shopify/polaris";
import type { NamedHolder } from "~/codes/name-code-holders.server";
import { editFields } from "~/coupons/coupon-edit";
import { shopDay } from "~/coupons/coupon-end";
import { findCoupon } from "~/coupons/find-coupon.server";
import { sayFields } from "~/messages/say-fields";
import { countCodesLeft } from "~/rewards/count-codes-left.server";
import { editCoupon } from "~/rewards/edit-coupon.server";
import { requireShop } from "~/shopify/require-shop.server";
import { BesideSummary } from "~/ui/coupon-form/beside-summary";
import { ExpirationFields } from "~/ui/coupon-form/expiration-fields";
import { LiveCodeFields } from "~/ui/coupon-form/live-code-fields";
import { PromisesStay } from "~/ui/coupon-form/promises-stay";
import { RewardFields } from "~/ui/coupon-form/reward-fields";
import { CouponStateBadge } from "~/ui/coupons/coupon-state-badge";
import { missingCoupon } from "~/ui/coupons/missing-coupon.server";
import { useCouponActions } from "~/ui/coupons/use-coupon-actions";
import { EditedElsewhere } from "~/ui/forms/edited-elsewhere";
import { PageSaveBar } from "~/ui/forms/page-save-bar";
import { readFields } from "~/ui/forms/read-fields";
import { unlessRefused } from "~/ui/forms/unless-refused";
import { useFields } from "~/ui/forms/use-fields";
import { type Newer, useRevision } from "~/ui/forms/use-revision";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useWayBack } from "~/ui/list-places";
import { HolderLink } from "~/ui/sent-codes/holder-link";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";

interface Answer {
  message?: string;
  errors?: Record<string, string>;
  /** The coupon that has a code that was typed. */
  holder?: NamedHolder | undefined;
  newer?: Newer;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const coupon = await findCoupon(db, { couponId, states: ["active", "paused"] });
  if (!coupon) throw await missingCoupon(db, couponId);
  const codes = (await countCodesLeft(app.db, shop.id, [coupon.id])).get(coupon.id);
  return {
    couponId: coupon.id,
    state: coupon.state,
    revision: coupon.revision,
    budget: coupon.budget,
    budgetUsed: coupon.budgetUsed,
    saved: editFields(coupon),
    codesLeft: codes?.left ?? 0,
    shopEmail: shop.email,
    today: shopDay(app.now(), shop.timeZone).toISOString().slice(0, 10),
  };
}

export const shouldRevalidate = unlessRefused;

/** Saves a live coupon's settings, `revision` being the one the form was filled from. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const fields = await readFields(request);
  const input = { shopId: shop.id, couponId, revision: Number(fields.revision), fields, timeZone: shop.timeZone };
  const edited = await editCoupon(app.db, input, app.now());
  switch (edited.outcome) {
    case "saved":
      return data<Answer>({ message: intl.say("edit_page.saved") });
    case "invalid":
      return data<Answer>({ errors: sayFields(intl, edited.errors), holder: edited.holder }, 422);
    case "stale":
      return data<Answer>({ newer: { revision: edited.coupon.revision, saved: editFields(edited.coupon) } }, 409);
    case "not_found":
      throw await missingCoupon(db, couponId);
  }
}

/** All settings of a coupon that is live, on one page. */
export default function EditCoupon() {
  const page = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const back = useWayBack("/app/coupons");
  const { couponId, codesLeft } = page;
  const fetcher = useSubmitter<Answer>();
  const fields = useFields<Record<string, string>>(page.saved, fetcher.data?.errors, fetcher);
  const holder = fetcher.data?.holder;
  useToast(fetcher.data);
  const { revision, newer } = useRevision(page.revision, { isDirty: fields.isDirty, answer: fetcher.data });
  const save = () => fetcher.submit({ ...fields.values, revision: String(revision) }, { method: "post" });
  const given = intl.say("edit_page.given_so_far", { count: page.budgetUsed });
  return (
    <Page
      title={intl.say("edit_page.title")}
      subtitle={page.saved.description}
      titleMetadata={<CouponStateBadge coupon={page} />}
      secondaryActions={useCouponActions(couponId, page.state === "paused")}
      backAction={{ content: intl.say("common.coupons"), url: back }}
    >
      <PageSaveBar
        id="coupon-save-bar"
        isDirty={fields.isDirty}
        isSaving={fetcher.state !== "idle"}
        onSave={save}
        onDiscard={fields.reset}
      />
      <BesideSummary typed={fields.values} codesLeft={codesLeft}>
        {newer ? <EditedElsewhere what="coupon" saved={newer.saved} typed={fields.values} onTake={fields.set} /> : null}
        {holder ? (
          <Banner tone="critical">
            {intl.rich("edit_page.code_belongs_to", {
              coupon: () => <HolderLink key="coupon" holder={holder} />,
            })}
          </Banner>
        ) : null}
        <PromisesStay />
        <RewardFields fields={fields} given={given} />
        <LiveCodeFields fields={fields} couponId={couponId} codesLeft={codesLeft} shopEmail={page.shopEmail} />
        <ExpirationFields fields={fields} today={page.today} />
      </BesideSummary>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
