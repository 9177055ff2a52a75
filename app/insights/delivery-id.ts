/** Whether a text could be a delivery's id at all: a positive 64-bit integer. */
export function isDeliveryId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}
