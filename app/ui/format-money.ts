/** An amount in a shop's currency (ISO 4217), "€1,234.50"; the same on the server and in every browser. */
export function formatMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(amount);
}
