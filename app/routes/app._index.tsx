import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { requireShop } from "~/shopify/require-shop.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await requireShop({ request, context });
  return { shopName: shop.name };
}

/** Home. */
export default function Home() {
  const { shopName } = useLoaderData<typeof loader>();
  return <Page title={`Laurel for ${shopName}`} />;
}
