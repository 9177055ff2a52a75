import type { ShopIntl } from "~/messages/shop-intl";
import type { Database, Transaction } from "~/platform/database.server";
import type { DraftErrors } from "./check-draft";
import { defaultThankYou } from "./default-thank-you";
import { findThankYou } from "./find-thank-you.server";
import { layOutDraft } from "./lay-out-draft";

interface SaveThankYouInput {
  shopId: number;
  /** The version the form was filled from, as findThankYou gives it. */
  version: number;
  subject: string;
  body: string;
  intl: ShopIntl;
}

/**
 * `errors` holds a sentence for each field that cannot be saved as it is. `stale`: somebody saved since the form was filled;
 * `newer` is what they saved, and nothing was changed.
 */
export type SavedThankYou =
  | { outcome: "saved"; version: number }
  | { outcome: "invalid"; errors: DraftErrors }
  | { outcome: "stale"; newer: { version: number; subject: string; body: string } };

/** Saves subject and body as the next version, with the layout rendered around them. Mails already frozen keep their words. */
export async function saveThankYou(
  db: Database | Transaction,
  input: SaveThankYouInput,
  now: Date,
): Promise<SavedThankYou> {
  const { shopId, intl } = input;
  const draft = await layOutDraft({ subject: input.subject, body: input.body, intl });
  if (draft.outcome === "invalid") return draft;
  const { outcome: _ready, ...template } = draft;
  const row = { shopId, ...template, createdAt: now };
  for (;;) {
    const newer = await findThankYou(db, { shopId, intl });
    if (newer.version !== input.version && !isUntouched(newer, input)) return { outcome: "stale", newer };
    const version = newer.version + 1;
    // Someone else may save at this moment: the primary key decides, and the later one is told what was saved.
    const { count } = await db.thankYouEmail.createMany({ data: [{ ...row, version }], skipDuplicates: true });
    if (count === 1) return { outcome: "saved", version };
  }
}

/** Turning the email on saves our words as the first version: a form that was filled with them before still knows all there is. */
function isUntouched(
  saved: { version: number; subject: string; body: string },
  { version: filledFrom, intl }: SaveThankYouInput,
): boolean {
  const { subject, body } = defaultThankYou(intl);
  return filledFrom === 0 && saved.version === 1 && saved.subject === subject && saved.body === body;
}
