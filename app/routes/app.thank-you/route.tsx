import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, InlineGrid, Page } from "@shopify/polaris";
import { findThankYou } from "~/emails/find-thank-you.server";
import { previewDraft } from "~/emails/preview-draft.server";
import { saveThankYou } from "~/emails/save-thank-you.server";
import { sendTestThankYou } from "~/emails/send-test-thank-you.server";
import { switchThankYou } from "~/emails/switch-thank-you.server";
import { countPromised } from "~/insights/count-promised.server";
import { sayFields } from "~/messages/say-fields";
import { requireShop } from "~/shopify/require-shop.server";
import { EditedElsewhere } from "~/ui/forms/edited-elsewhere";
import { PageSaveBar } from "~/ui/forms/page-save-bar";
import { readFields } from "~/ui/forms/read-fields";
import { unlessRefused } from "~/ui/forms/unless-refused";
import { useFields } from "~/ui/forms/use-fields";
import { type Newer, useRevision } from "~/ui/forms/use-revision";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";
import { EmailForm } from "./email-form";
import { EmailPreview } from "./email-preview";
import { EmailSwitch } from "./email-switch";
import { TestMail } from "./test-mail";
import { usePreview } from "./use-preview";
import { waitingWords } from "./waiting-words";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const { version, ...saved } = await findThankYou(app.db, { shopId: shop.id, intl });
  const preview = await previewDraft({ ...saved, shop, intl });
  return {
    isOn: shop.thankYouEmailSince !== null,
    promised: await countPromised(db),
    version,
    saved,
    preview: preview.outcome === "rendered" ? preview : null,
    savedErrors: preview.outcome === "invalid" ? sayFields(intl, preview.errors) : {},
  };
}

interface Answer {
  message?: string;
  errors?: Record<string, string>;
  newer?: Newer;
}

export const shouldRevalidate = unlessRefused;

/** `intent`: "switch-on", "switch-off", "save" (subject, body, and the `version` they were made from), or "test" (subject, body, to). */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const { intent, subject = "", body = "", version, to = "" } = await readFields(request);
  const refuse = (errors: Record<string, string>) => data<Answer>({ errors }, 422);
  const shopId = shop.id;
  switch (intent) {
    case "switch-on":
    case "switch-off": {
      const { outcome } = await switchThankYou(app.db, { shopId, isOn: intent === "switch-on", intl }, app.now());
      if (outcome === "on") return data<Answer>({ message: intl.say("thank_you.is_on") });
      const waiting = waitingWords(await countPromised(db));
      return data<Answer>({
        message: waiting ? intl.say("thank_you.is_off_and", { waiting }) : intl.say("thank_you.is_off"),
      });
    }
    case "save": {
      const saved = await saveThankYou(app.db, { shopId, version: Number(version), subject, body, intl }, app.now());
      if (saved.outcome === "invalid") return refuse(sayFields(intl, saved.errors));
      if (saved.outcome === "stale") {
        const { version: revision, ...newer } = saved.newer;
        return data<Answer>({ newer: { revision, saved: newer } }, 409);
      }
      return data<Answer>({ message: intl.say("thank_you.saved") });
    }
    case "test": {
      const sent = await sendTestThankYou(app, { shopId, to, from: app.env.MAIL_FROM, subject, body, shop, intl });
      if (sent.outcome === "refused") return refuse({ [sent.field]: intl.say(sent.message) });
      if (sent.outcome === "limited") {
        const { most, until } = sent;
        return refuse({ to: intl.say("thank_you_test.limited", { most, until: intl.moment(until) }) });
      }
      return data<Answer>({ message: intl.say("thank_you_test.sent", { address: sent.to }) });
    }
    default:
      throw new Response("Unknown intent", { status: 400 });
  }
}

/** What shoppers get with their coupon: on or off, subject, body, how it looks, and a test of it. */
export default function ThankYouEmail() {
  const { isOn, promised, version, saved, preview, savedErrors } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const fetcher = useSubmitter<Answer>({ key: "save-thank-you" });
  const fields = useFields(saved, fetcher.data?.errors, fetcher);
  const live = usePreview(fields.values, { preview, errors: savedErrors });
  useToast(fetcher.data);
  const { revision, newer } = useRevision(version, { isDirty: fields.isDirty, answer: fetcher.data });
  const save = () => fetcher.submit({ intent: "save", ...fields.values, version: revision }, { method: "post" });
  const take = (name: string, value: string) => fields.set(name === "subject" ? "subject" : "body", value);
  return (
    <Page title={intl.say("thank_you.title")}>
      <PageSaveBar
        id="thank-you-save-bar"
        isDirty={fields.isDirty}
        isSaving={fetcher.state !== "idle"}
        onSave={save}
        onDiscard={fields.reset}
      />
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
        <BlockStack gap="400">
          {newer ? <EditedElsewhere what="email" saved={newer.saved} typed={fields.values} onTake={take} /> : null}
          <EmailSwitch isOn={isOn} promised={promised} />
          <EmailForm fields={fields} liveErrors={live.errors} />
          <TestMail draft={fields.values} />
        </BlockStack>
        <EmailPreview preview={live} />
      </InlineGrid>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
