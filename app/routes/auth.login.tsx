/** Where the library sends requests that do not say which shop they come from. We never ask for a shop's address. */
export default function OpenFromShopify() {
  return (
    <main style={{ fontFamily: "system-ui, sans-serif", maxWidth: "32rem", margin: "4rem auto", padding: "0 1rem" }}>
      <h1>Open Laurel from Shopify</h1>
      <p>Laurel works inside your Shopify admin. Open it there: choose Apps, then Laurel.</p>
    </main>
  );
}
