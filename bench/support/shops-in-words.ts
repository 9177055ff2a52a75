/** "1 shop", "1,000 shops". */
export function shopsInWords(shops: number): string {
  return shops === 1 ? "1 shop" : `${shops.toLocaleString("en")} shops`;
}
