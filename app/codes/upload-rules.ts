import { sentence } from "~/messages/sentence";

/** Largest file of codes taken, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** What a merchant is told whose file is larger. */
export const TOO_LARGE = sentence("codes.file_too_large");

/** What a merchant is told whose coupon gives unique codes and has none. */
export const UPLOAD_FIRST = sentence("codes.upload_first");

/** Bytes of a file's beginning that a preview is made from. */
export const PREVIEW_BYTES = 64 * 1024;

/** The same for a discounts export of Shopify, all of whose discounts are to be chosen from: a row has some 250 bytes. */
export const EXPORT_PREVIEW_BYTES = 4 * 1024 * 1024;
