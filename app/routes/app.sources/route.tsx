import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { connectJudgeme } from "~/engagements/connect-judgeme.server";
import { listConnections } from "~/engagements/list-connections.server";
import { rotateEventsSecret } from "~/engagements/rotate-events-secret.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";
import { readFields } from "~/ui/read-fields";
import { EventsCard } from "./events-card";
import { JudgemeCard } from "./judgeme-card";
import { ShopifyCard } from "./shopify-card";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const input = { shopId: shop.id, cipher: app.cipher, appUrl: app.env.SHOPIFY_APP_URL };
  const connections = await listConnections(app.db, input, app.now());
  // Secrets are fetched when the merchant asks to see them.
  const shown = connections.map(({ secret, ...rest }) => ({ ...rest, hasSecret: secret !== null }));
  return {
    judgeme: shown.find(({ source }) => source === "judgeme"),
    events: shown.find(({ source }) => source === "events"),
    timeZone: shop.timeZone,
    schemaUrl: new URL("/schemas/engagement-event.v1.json", app.env.SHOPIFY_APP_URL).href,
  };
}

interface Answer {
  message?: string;
  errors?: Record<string, string>;
}

/** `intent`: "connect-judgeme" (privateToken) or "rotate-events-secret". */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const { intent, privateToken = "" } = await readFields(request);
  const [shopId, cipher] = [shop.id, app.cipher];
  switch (intent) {
    case "connect-judgeme": {
      const connected = await connectJudgeme(app.db, { shopId, privateToken, cipher }, app.now());
      if (connected.outcome === "not_found") throw notFound();
      if (connected.outcome === "invalid") return data<Answer>({ errors: { privateToken: connected.message } }, 422);
      return data<Answer>({ message: "Judge.me token saved" });
    }
    case "rotate-events-secret": {
      const rotated = await rotateEventsSecret(app.db, { shopId, cipher }, app.now());
      if (rotated.outcome === "not_found") throw notFound();
      return data<Answer>({ message: "New secret made" });
    }
    default:
      throw new Response("Unknown intent", { status: 400 });
  }
}

/** Where engagements come from, and how each source is set up. */
export default function Sources() {
  const { judgeme, events, timeZone, schemaUrl } = useLoaderData<typeof loader>();
  return (
    <Page narrowWidth title="Sources" backAction={{ content: "Home", url: "/app" }}>
      <BlockStack gap="400">
        <ShopifyCard />
        {judgeme ? <JudgemeCard connection={judgeme} timeZone={timeZone} /> : null}
        {events ? <EventsCard connection={events} timeZone={timeZone} schemaUrl={schemaUrl} /> : null}
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
