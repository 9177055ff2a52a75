import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Banner, BlockStack, Card, DescriptionList, InlineStack, Link, Text } from "@shopify/polaris";
import { activateCoupon } from "~/codes/activate-coupon.server";
import { countCodes } from "~/codes/count-codes.server";
import { describeDelay } from "~/coupons/coupon-form";
import { findCoupon } from "~/coupons/find-coupon.server";
import { triggerLabel } from "~/coupons/trigger-labels";
import { requireShop } from "~/shopify/require-shop.server";
import { formatDay } from "~/ui/format-moment";
import { notFound } from "~/ui/not-found";
import { WizardButtons, WizardPage } from "~/ui/wizard-page";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "", states: ["draft"] });
  if (!coupon) throw notFound();
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  return {
    coupon,
    codesLeft: codes?.left ?? 0,
    timeZone: shop.timeZone,
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

/** Ends the wizard: from here on the coupon is given. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const input = { shopId: shop.id, couponId: params.couponId ?? "", timeZone: shop.timeZone };
  const activated = await activateCoupon(app.db, input, app.now());
  switch (activated.outcome) {
    case "activated":
      return redirect("/app/coupons?created=1");
    case "incomplete":
      return data({ step: activated.step, problem: activated.message }, 422);
    case "not_found":
      throw notFound();
  }
}

/** Everything about the coupon once more, before it goes live. */
export default function Review() {
  const { coupon, codesLeft, timeZone, emailIsOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const base = `/app/coupons/${coupon.id}`;
  const times = coupon.limitPerShopper === 1 ? "once" : `${coupon.limitPerShopper} times`;
  const engagement = [
    { term: "A shopper has to", description: triggerLabel(coupon.trigger).toLowerCase() },
    { term: "They get", description: coupon.description },
    { term: "It is sent", description: describeDelay(coupon.delaySeconds) },
    { term: "One shopper can get it", description: times },
    { term: "In all", description: coupon.budget === null ? "no limit" : `at most ${coupon.budget}` },
  ];
  const code =
    coupon.codeType === "static"
      ? { term: "One code for everybody", description: coupon.staticCode ?? "not entered yet" }
      : { term: "A code of their own for each shopper", description: `${codesLeft} codes uploaded` };
  const end = coupon.expiresOn ? `end of ${formatDay(coupon.expiresOn)} (${timeZone})` : "no expiration";
  return (
    <WizardPage step={4} emailIsOn={emailIsOn}>
      <Form method="post">
        <BlockStack gap="400">
          {answer ? (
            <Banner tone="critical" action={{ content: "Go to the step", url: `${base}/${answer.step}` }}>
              {answer.problem}
            </Banner>
          ) : null}
          <Section title="Engagement" editUrl={`${base}/engagement`} items={engagement} />
          <Section title="Code" editUrl={`${base}/code`} items={[code]} />
          <Section
            title="Expiration"
            editUrl={`${base}/expiration`}
            items={[{ term: "Given until", description: end }]}
          />
          <WizardButtons
            backUrl={`${base}/expiration`}
            next="Create coupon"
            isBusy={useNavigation().state !== "idle"}
          />
        </BlockStack>
      </Form>
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
