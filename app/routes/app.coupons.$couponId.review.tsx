import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Banner, BlockStack, Card, DescriptionList, InlineStack, Link, Text } from "@shopify/polaris";
import { activateCoupon } from "~/codes/activate-coupon.server";
import { countCodes } from "~/codes/count-codes.server";
import { engagementFields } from "~/coupons/coupon-form";
import { codeFields } from "~/coupons/coupon-form-code";
import { expirationFields } from "~/coupons/coupon-form-expiration";
import { findCoupon } from "~/coupons/find-coupon.server";
import { findRival } from "~/coupons/find-rival.server";
import { dryRunCoupon } from "~/insights/dry-run.server";
import type { MessageId } from "~/messages/english";
import { requireShop } from "~/shopify/require-shop.server";
import { DryRunCard } from "~/ui/coupon-form/dry-run-card";
import { WizardButtons, WizardPage } from "~/ui/coupon-form/wizard-page";
import { couponFacts, type Fact } from "~/ui/coupons/coupon-facts";
import { missingCoupon } from "~/ui/coupons/missing-coupon.server";
import { SubmitForm } from "~/ui/forms/submit-form";
import { holderName, holderUrl } from "~/ui/sent-codes/holder-link";
import { useShopIntl } from "~/ui/shop-intl";

const FORM_ID = "review-step";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const coupon = await findCoupon(db, { couponId, states: ["draft"] });
  if (!coupon) throw await missingCoupon(db, couponId);
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  const now = app.now();
  const rival = await findRival(db, { draft: coupon, timeZone: shop.timeZone }, now);
  return {
    coupon,
    typed: { ...engagementFields(coupon), ...codeFields(coupon), ...expirationFields(coupon) },
    rival: rival?.description ?? null,
    dryRun: await dryRunCoupon(app.db, { shop, coupon }, now),
    codesLeft: codes?.left ?? 0,
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

/** Ends the wizard: from here on the coupon is given. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const input = { shopId: shop.id, couponId, timeZone: shop.timeZone };
  const activated = await activateCoupon(app.db, input, app.now());
  switch (activated.outcome) {
    case "activated":
      return redirect("/app/coupons?created=1");
    case "incomplete":
      return data({ step: activated.step, problem: intl.say(activated.message), holder: activated.holder }, 422);
    case "not_found":
      throw await missingCoupon(db, couponId);
  }
}

/** Everything about the coupon once more, before it goes live. */
export default function Review() {
  const { coupon, typed, rival, dryRun, codesLeft, emailIsOn } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const answer = useActionData<typeof action>();
  const base = `/app/coupons/${coupon.id}`;
  const facts = couponFacts(intl, coupon, codesLeft);
  return (
    <WizardPage step={4} emailIsOn={emailIsOn} summary={{ typed, codesLeft }}>
      <SubmitForm method="post" id={FORM_ID}>
        <BlockStack gap="400">
          {answer ? (
            <Banner
              tone="critical"
              action={{ content: intl.say("review.go_to_step"), url: `${base}/${answer.step}` }}
              secondaryAction={
                answer.holder && {
                  content: intl.say("review.see_holder", { coupon: holderName(answer.holder) }),
                  url: holderUrl(answer.holder),
                }
              }
            >
              {answer.problem}
            </Banner>
          ) : null}
          {rival ? <Banner>{intl.say("review.rival", { coupon: rival })}</Banner> : null}
          <Section
            title="wizard.engagement"
            change="review.change_engagement"
            editUrl={`${base}/engagement?then=review`}
            items={facts.engagement}
          />
          <Section
            title="wizard.code"
            change="review.change_code"
            editUrl={`${base}/code?then=review`}
            items={facts.code}
          />
          <Section
            title="wizard.expiration"
            change="review.change_expiration"
            editUrl={`${base}/expiration`}
            items={facts.expiration}
          />
          <DryRunCard result={dryRun} emailIsOn={emailIsOn} />
          <WizardButtons
            backUrl={`${base}/expiration`}
            next={intl.say("wizard.title")}
            isBusy={useNavigation().state !== "idle"}
            formId={FORM_ID}
          />
        </BlockStack>
      </SubmitForm>
    </WizardPage>
  );
}

function Section(props: { title: MessageId; change: MessageId; editUrl: string; items: Fact[] }) {
  const intl = useShopIntl();
  return (
    <Card>
      <InlineStack align="space-between">
        <Text as="h2" variant="headingMd">
          {intl.say(props.title)}
        </Text>
        <Link url={props.editUrl} accessibilityLabel={intl.say(props.change)}>
          {intl.say("review.change")}
        </Link>
      </InlineStack>
      <DescriptionList items={props.items} />
    </Card>
  );
}
