import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { connectJudgeme } from "~/engagements/connect-judgeme.server";
import { listConnections } from "~/engagements/list-connections.server";
import { listDeliveryProblems } from "~/engagements/list-delivery-problems.server";
import { retryDeliveries } from "~/engagements/retry-deliveries.server";
import { rotateEventsSecret } from "~/engagements/rotate-events-secret.server";
import { Source } from "~/platform/generated/enums";
import { requireShop } from "~/shopify/require-shop.server";
import { readFields } from "~/ui/forms/read-fields";
import { notFound } from "~/ui/not-found";
import { useShopIntl } from "~/ui/shop-intl";
import { TimesNote } from "~/ui/times-note";
import { useFreshData } from "~/ui/use-fresh-data";
import { DeliveryProblems } from "./delivery-problems";
import { EventsCard } from "./events-card";
import { JudgemeCard } from "./judgeme-card";
import { ShopifyCard } from "./shopify-card";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const input = { shopId: shop.id, cipher: app.cipher, appUrl: app.env.SHOPIFY_APP_URL };
  const [connections, problems] = await Promise.all([
    listConnections(app.db, input, app.now()),
    listDeliveryProblems(app.db, { shopId: shop.id }, app.now()),
  ]);
  // Secrets are fetched when the merchant asks to see them.
  const shown = connections.map(({ secret, ...rest }) => ({ ...rest, hasSecret: secret !== null }));
  return {
    judgeme: shown.find(({ source }) => source === "judgeme"),
    events: shown.find(({ source }) => source === "events"),
    problems,
    schemaUrl: new URL("/schemas/engagement-event.v1.json", app.env.SHOPIFY_APP_URL).href,
  };
}

interface Answer {
  message?: string;
  errors?: Record<string, string>;
}

/** `intent`: "connect-judgeme" (privateToken), "rotate-events-secret", or "retry-deliveries" (source). */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const { intent, privateToken = "", source: asked } = await readFields(request);
  const [shopId, cipher] = [shop.id, app.cipher];
  switch (intent) {
    case "connect-judgeme": {
      const connected = await connectJudgeme(app.db, { shopId, privateToken, cipher }, app.now());
      if (connected.outcome === "not_found") throw notFound();
      if (connected.outcome === "invalid") {
        return data<Answer>({ errors: { privateToken: intl.say(connected.message) } }, 422);
      }
      return data<Answer>({ message: intl.say("judgeme_source.saved") });
    }
    case "rotate-events-secret": {
      const rotated = await rotateEventsSecret(app.db, { shopId, cipher }, app.now());
      if (rotated.outcome === "not_found") throw notFound();
      return data<Answer>({ message: intl.say("events_source.rotated") });
    }
    case "retry-deliveries": {
      const source = Object.values(Source).find((known) => known === asked);
      if (!source) throw new Response("Unknown source", { status: 400 });
      const count = await retryDeliveries(app.db, { shopId, source }, app.now());
      await app.queue.ring("read-inbox");
      return data<Answer>({ message: intl.say("sources.are_read_again", { count }) });
    }
    default:
      throw new Response("Unknown intent", { status: 400 });
  }
}

/** Where engagements come from, and how each source is set up. */
export default function Sources() {
  const { judgeme, events, problems, schemaUrl } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  useFreshData();
  const problemsOf = (source: Source) => (
    <DeliveryProblems problem={problems.find((problem) => problem.source === source)} />
  );
  return (
    <Page narrowWidth title={intl.say("sources.title")}>
      <BlockStack gap="400">
        <ShopifyCard>{problemsOf("shopify")}</ShopifyCard>
        {judgeme ? <JudgemeCard connection={judgeme}>{problemsOf("judgeme")}</JudgemeCard> : null}
        {events ? (
          <EventsCard connection={events} schemaUrl={schemaUrl}>
            {problemsOf("events")}
          </EventsCard>
        ) : null}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <TimesNote />
        </Box>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
