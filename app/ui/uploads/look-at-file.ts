import { type FileChoice, fileChoiceQuery } from "~/codes/files/file-choice";
import type { PreviewedFile } from "~/codes/files/preview-code-file";
import { EXPORT_PREVIEW_BYTES, PREVIEW_BYTES } from "~/codes/upload-rules";

/** A preview, and whether it was made from the whole file. */
export type LookedAt = PreviewedFile & { isWhole: boolean };

/**
 * Sends a file's beginning to be read, and resolves with how it would be; null where the app did not answer. Of a Shopify export so
 * much is sent that all its discounts are seen.
 */
export async function lookAtFile(couponId: string, file: File, choice: FileChoice): Promise<LookedAt | null> {
  const looked = await look(couponId, file, choice, PREVIEW_BYTES);
  const isExport = looked?.outcome === "previewed" && looked.discounts !== null;
  return isExport && !looked.isWhole ? look(couponId, file, choice, EXPORT_PREVIEW_BYTES) : looked;
}

async function look(couponId: string, file: File, choice: FileChoice, bytes: number): Promise<LookedAt | null> {
  const isWhole = file.size <= bytes;
  const query = fileChoiceQuery(choice);
  query.set("whole", isWhole ? "on" : "off");
  try {
    const body = await file.slice(0, bytes).arrayBuffer();
    const response = await fetch(`/app/coupons/${couponId}/codes/preview?${query}`, { method: "POST", body });
    return response.ok ? { ...(await response.json()), isWhole } : null;
  } catch {
    return null;
  }
}
