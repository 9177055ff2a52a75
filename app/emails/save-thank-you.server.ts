import type { Database, Transaction } from "~/platform/database.server";
import { checkDraft, type DraftErrors } from "./check-draft";
import { oneLine } from "./clean-variables";
import { renderLayout } from "./render-layout";

interface SaveThankYouInput {
  shopId: number;
  subject: string;
  body: string;
  /** BCP 47 tag of the shop's language, for screen readers; English by default. */
  language?: string;
}

/** `errors` holds a sentence for each field that cannot be saved as it is. */
export type SavedThankYou = { outcome: "saved"; version: number } | { outcome: "invalid"; errors: DraftErrors };

/** Saves subject and body as the next version, with the layout rendered around them. Mails already frozen keep their words. */
export async function saveThankYou(
  db: Database | Transaction,
  input: SaveThankYouInput,
  now: Date,
): Promise<SavedThankYou> {
  const subject = oneLine(input.subject, Number.POSITIVE_INFINITY);
  const body = input.body.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").trim();
  const errors = checkDraft({ subject, body });
  if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };

  const templates = await renderLayout({ subject, body, language: input.language });
  const row = { shopId: input.shopId, subject, body, ...templates, createdAt: now };
  for (;;) {
    const newest = await db.thankYouEmail.aggregate({ where: { shopId: input.shopId }, _max: { version: true } });
    const version = (newest._max.version ?? 0) + 1;
    // Someone else may save at this moment: the primary key decides, and the later one takes the next number.
    const { count } = await db.thankYouEmail.createMany({ data: [{ ...row, version }], skipDuplicates: true });
    if (count === 1) return { outcome: "saved", version };
  }
}
