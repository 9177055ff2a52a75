import { parseExactJson } from "~/platform/exact-json";
import { maskJson } from "./mask-json";
import { maskText } from "./mask-text";

/** A body as a merchant may inspect it. */
export interface MaskedBody {
  /** JSON indented by two spaces, or text; personal values are "•••". At most `LONGEST` characters. */
  text: string;
  isJson: boolean;
  /** Whether the end is left out. */
  isShortened: boolean;
}

/** Characters shown of one body. */
const LONGEST = 20_000;
/** Bytes looked at of a body that is not JSON. */
const MOST_BYTES = 100_000;

/**
 * A raw body with its shape and what is harmless in it, and without what may say who somebody is. What is not known to be
 * harmless is masked, so that a field we have never met gives nobody away. Never throws, whatever the bytes are.
 */
export function maskBody(body: Uint8Array): MaskedBody {
  const json = readJson(body);
  const text = json ? maskJson(json.value) : maskText(new TextDecoder().decode(body.subarray(0, MOST_BYTES)));
  const isShortened = text.length > LONGEST || (!json && body.length > MOST_BYTES);
  return { text: text.slice(0, LONGEST), isJson: json !== null, isShortened };
}

function readJson(body: Uint8Array): { value: unknown } | null {
  try {
    return { value: parseExactJson(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return null;
  }
}
