/** Largest file of codes taken, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** What a merchant is told whose file is larger. */
export const TOO_LARGE =
  "The file is larger than 100 MB. Split it into smaller files and upload them one after the other.";

/** What a merchant is told whose coupon gives unique codes and has none. */
export const UPLOAD_FIRST = "Upload at least one code first.";

/** Bytes of a file's beginning that a preview is made from. */
export const PREVIEW_BYTES = 64 * 1024;

/** The same for a discounts export of Shopify, all of whose discounts are to be chosen from: a row has some 250 bytes. */
export const EXPORT_PREVIEW_BYTES = 4 * 1024 * 1024;
