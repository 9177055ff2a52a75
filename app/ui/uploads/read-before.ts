/** The number of the upload a page of the history goes on below, from its address; null: from the newest on. */
export function readBefore(request: Request): number | null {
  const before = new URL(request.url).searchParams.get("before") ?? "";
  return /^\d{1,9}$/.test(before) ? Number(before) : null;
}
