import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { blockAddress } from "~/coupons/block-address.server";
import { saveSettings } from "~/coupons/save-settings.server";
import { settingsFields } from "~/coupons/settings-form";
import { readSettings } from "~/coupons/settings-form-reading";
import { unblockAddress } from "~/coupons/unblock-address.server";
import { sayFields } from "~/messages/say-fields";
import { requireShop } from "~/shopify/require-shop.server";
import { PageSaveBar } from "~/ui/forms/page-save-bar";
import { readFields } from "~/ui/forms/read-fields";
import { useFields } from "~/ui/forms/use-fields";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";
import { BlockList } from "./block-list";
import { RulesForm } from "./rules-form";

/** Entries of the block list shown at once. */
const MOST_BLOCKED = 250;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  const blocked = await db.blockedAddress.findMany({
    orderBy: { createdAt: "desc" },
    take: MOST_BLOCKED,
    select: { kind: true, keyedHash: true, label: true, createdAt: true },
  });
  return { saved: settingsFields(shop), blocked };
}

interface Answer {
  message?: string;
  errors?: Record<string, string>;
}

/** `intent`: "save" (the rules), "block" (address), or "unblock" (kind, keyedHash). */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const fields = await readFields(request);
  switch (fields.intent) {
    case "save": {
      const read = readSettings(fields);
      if (read.outcome === "invalid") return data<Answer>({ errors: sayFields(intl, read.errors) }, 422);
      await saveSettings(app.db, { shopId: shop.id, settings: read.values });
      return data<Answer>({ message: intl.say("settings.saved") });
    }
    case "block": {
      const identityKey = app.cipher.decrypt(shop.identityKey);
      const input = { identityKey, typed: fields.address ?? "" };
      const blocked = await blockAddress(db, input, app.now());
      if (blocked.outcome === "invalid") {
        return data<Answer>({ errors: { address: intl.say("block_list.refused") } }, 422);
      }
      return data<Answer>({ message: intl.say("block_list.is_blocked", { address: blocked.label }) });
    }
    case "unblock": {
      const kind = fields.kind === "domain" ? "domain" : "email";
      await unblockAddress(db, { kind, keyedHash: fields.keyedHash ?? "" });
      return data<Answer>({ message: intl.say("block_list.is_removed") });
    }
    default:
      throw new Response("Unknown intent", { status: 400 });
  }
}

/** The rules that hold for all coupons, and who never gets one. */
export default function Settings() {
  const { saved, blocked } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const fetcher = useSubmitter<Answer>();
  const fields = useFields(saved, fetcher.data?.errors, fetcher);
  useToast(fetcher.data);
  const save = () => fetcher.submit({ intent: "save", ...fields.values }, { method: "post" });
  return (
    <Page narrowWidth title={intl.say("settings.title")}>
      <PageSaveBar
        id="settings-save-bar"
        isDirty={fields.isDirty}
        isSaving={fetcher.state !== "idle"}
        onSave={save}
        onDiscard={fields.reset}
      />
      <BlockStack gap="400">
        <RulesForm fields={fields} storedUnit={saved.holdUnit} />
        <BlockList blocked={blocked} />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
