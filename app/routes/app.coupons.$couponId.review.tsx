import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Banner, BlockStack, Card, DescriptionList, InlineStack, Link, Text } from "@shopify/polaris";
import { activateCoupon } from "~/codes/activate-coupon.server";
import { countCodes } from "~/codes/count-codes.server";
import { couponEnd } from "~/coupons/coupon-end";
import { engagementFields } from "~/coupons/coupon-form";
import { codeFields } from "~/coupons/coupon-form-code";
import { expirationFields } from "~/coupons/coupon-form-expiration";
import { findCoupon } from "~/coupons/find-coupon.server";
import { inOrderOfDemand } from "~/coupons/match-coupons";
import { dryRunCoupon } from "~/insights/dry-run.server";
import { requireShop } from "~/shopify/require-shop.server";
import { couponFacts } from "~/ui/coupon-facts";
import { DryRunCard } from "~/ui/dry-run-card";
import { holderName, holderUrl } from "~/ui/holder-link";
import { missingCoupon } from "~/ui/missing-coupon.server";
import { SubmitForm } from "~/ui/submit-form";
import { WizardButtons, WizardPage } from "~/ui/wizard-page";

const FORM_ID = "review-step";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const coupon = await findCoupon(db, { couponId, states: ["draft"] });
  if (!coupon) throw await missingCoupon(db, couponId);
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  const active = await db.coupon.findMany({ where: { state: "active", trigger: coupon.trigger } });
  const now = app.now();
  const running = active.filter(({ expiresOn }) => !expiresOn || couponEnd(expiresOn, shop.timeZone) > now);
  const [first] = inOrderOfDemand([...running, coupon]);
  const rival = first?.id === coupon.id ? null : first;
  return {
    coupon,
    typed: { ...engagementFields(coupon), ...codeFields(coupon), ...expirationFields(coupon) },
    rival: rival?.description ?? null,
    dryRun: await dryRunCoupon(app.db, { shop, coupon }, now),
    codesLeft: codes?.left ?? 0,
    timeZone: shop.timeZone,
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

/** Ends the wizard: from here on the coupon is given. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const input = { shopId: shop.id, couponId, timeZone: shop.timeZone };
  const activated = await activateCoupon(app.db, input, app.now());
  switch (activated.outcome) {
    case "activated":
      return redirect("/app/coupons?created=1");
    case "incomplete":
      return data({ step: activated.step, problem: activated.message, holder: activated.holder }, 422);
    case "not_found":
      throw await missingCoupon(db, couponId);
  }
}

/** Everything about the coupon once more, before it goes live. */
export default function Review() {
  const { coupon, typed, rival, dryRun, codesLeft, timeZone, emailIsOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const base = `/app/coupons/${coupon.id}`;
  const facts = couponFacts(coupon, codesLeft, timeZone);
  return (
    <WizardPage step={4} emailIsOn={emailIsOn} summary={{ typed, codesLeft }}>
      <SubmitForm method="post" id={FORM_ID}>
        <BlockStack gap="400">
          {answer ? (
            <Banner
              tone="critical"
              action={{ content: "Go to the step", url: `${base}/${answer.step}` }}
              secondaryAction={
                answer.holder && { content: `See “${holderName(answer.holder)}”`, url: holderUrl(answer.holder) }
              }
            >
              {answer.problem}
            </Banner>
          ) : null}
          {rival ? (
            <Banner>
              “{rival}” rewards the same and comes first. This coupon is given only where that one cannot be: paused,
              used up or over its limit.
            </Banner>
          ) : null}
          <Section title="Engagement" editUrl={`${base}/engagement?then=review`} items={facts.engagement} />
          <Section title="Code" editUrl={`${base}/code?then=review`} items={facts.code} />
          <Section title="Expiration" editUrl={`${base}/expiration`} items={facts.expiration} />
          <DryRunCard result={dryRun} emailIsOn={emailIsOn} />
          <WizardButtons
            backUrl={`${base}/expiration`}
            next="Create coupon"
            isBusy={useNavigation().state !== "idle"}
            formId={FORM_ID}
          />
        </BlockStack>
      </SubmitForm>
    </WizardPage>
  );
}

function Section(props: { title: string; editUrl: string; items: { term: string; description: string }[] }) {
  return (
    <Card>
      <InlineStack align="space-between">
        <Text as="h2" variant="headingMd">
          {props.title}
        </Text>
        <Link url={props.editUrl} accessibilityLabel={`Change ${props.title.toLowerCase()}`}>
          Change
        </Link>
      </InlineStack>
      <DescriptionList items={props.items} />
    </Card>
  );
}
