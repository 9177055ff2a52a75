/** Largest file of codes taken, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** What a merchant is told whose file is larger. */
export const TOO_LARGE =
  "The file is larger than 100 MB. Split it into smaller files and upload them one after the other.";

/** What a merchant is told whose coupon gives unique codes and has none. */
export const UPLOAD_FIRST = "Upload at least one code first.";
