/**
 * A form's values once the server holds `saved`: fields that still hold `base`, which the form was filled from or has just
 * saved, take what is saved; those the merchant has changed since keep what was typed.
 */
export function takeSaved<Fields extends Record<string, string>>(
  values: Fields,
  base: Record<string, string>,
  saved: Fields,
): Fields {
  const names = Object.keys(saved);
  return Object.fromEntries(
    names.map((name) => [name, values[name] === base[name] ? saved[name] : values[name]]),
  ) as Fields;
}
