import type { ReactNode } from "react";

/** A page for who is not signed in: a heading and a sentence, without the admin's look or its frame. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main style={{ fontFamily: "system-ui, sans-serif", maxWidth: "32rem", margin: "4rem auto", padding: "0 1rem" }}>
      <h1>{title}</h1>
      <p>{children}</p>
    </main>
  );
}
