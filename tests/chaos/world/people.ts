/** A shopper. Person 7 is the same in every shop: same address, same customer id. */
export interface Person {
  email: string;
  name: string;
  customerId: string;
}

/** Addresses at this domain are blocked in some shops and welcome in the others. */
export const BLOCKED_DOMAIN = "unwelcome.example" as const;
/** The mail provider's double takes no address at this domain. */
export const REFUSED_DOMAIN = "refused.invalid" as const;

/** Person `n`; at another domain it is somebody else. */
export function personOf(n: number, domain: keyof typeof FIRST_CUSTOMER = "shopper.example"): Person {
  return { email: `person-${n}@${domain}`, name: `Pat ${n}`, customerId: String(FIRST_CUSTOMER[domain] + n) };
}

const FIRST_CUSTOMER = {
  "shopper.example": 7_000_000_000,
  [BLOCKED_DOMAIN]: 7_100_000_000,
  [REFUSED_DOMAIN]: 7_200_000_000,
};

/** The same person's address with a tag: another mailbox name, the same person. */
export function tagged(email: string, tag: string): string {
  return email.replace("@", `+${tag}@`);
}
