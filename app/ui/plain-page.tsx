import type { MessageId } from "~/messages/english";
import { shoplessIntl } from "./shopless-intl";

/** A page for who is not signed in: a heading and a sentence, without the admin's look or its frame. */
export function PlainPage({ title, text }: { title: MessageId; text: MessageId }) {
  return (
    <main style={{ fontFamily: "system-ui, sans-serif", maxWidth: "32rem", margin: "4rem auto", padding: "0 1rem" }}>
      <h1>{shoplessIntl.say(title)}</h1>
      <p>{shoplessIntl.say(text)}</p>
    </main>
  );
}
