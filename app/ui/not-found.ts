/** What a page answers to an id that is not this shop's, whether it exists elsewhere or not. */
export function notFound(): Response {
  return new Response("Not found", { status: 404 });
}
