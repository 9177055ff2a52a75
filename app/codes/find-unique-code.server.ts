import { type Sentence, sentence } from "~/messages/sentence";
import type { Transaction } from "~/platform/database.server";
import { codeKey } from "./code-key";
import { type NamedHolder, nameCodeHolders } from "./name-code-holders.server";

/** What is said of a code that one shopper gets, or will get, out of a coupon's pool: it cannot be a static code as well. */
export function uniqueCodeProblem({ description }: NamedHolder): Sentence {
  return sentence("coupon_form.code_is_unique_of", { coupon: description });
}

/**
 * The coupon of the shop that gives a code as a unique one, or will: also of a draft, and of a file that is being uploaded. Null where
 * none does.
 */
export async function findUniqueCode(
  tx: Transaction,
  { shopId, code }: { shopId: number; code: string },
): Promise<NamedHolder | null> {
  const holder = (await nameCodeHolders(tx, { shopId, codes: [code] })).get(codeKey(code));
  return holder?.has === "unique" || holder?.has === "uploading" ? holder : null;
}
