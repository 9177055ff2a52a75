/**
 * A language as it is written in a shop's country: "en-IE" for English texts in an Irish shop. Without a country the shop's own
 * language says where it is most likely spoken (UTS #35, Likely Subtags). A locale that names a region keeps it.
 */
export function regionalLocale(language: string, shop: { locale: string; country: string | null }): string {
  if (language.includes("-")) return language;
  const region = shop.country ?? likelyRegion(shop.locale);
  return region && /^[A-Z]{2}$/.test(region) ? `${language}-${region}` : language;
}

function likelyRegion(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().region;
  } catch {
    return undefined;
  }
}
