import type { Webhook } from "./webhook";

/** The app's answer to one webhook. */
export interface Answer {
  /** HTTP status; null when there was no answer. */
  status: number | null;
  /** The answer in plain words. */
  words: string;
  tone: "good" | "refused" | "trouble";
  /** How long the app took, in milliseconds. */
  tookMs: number;
}

/** Sends a webhook as it is and says in plain words what came back. Never throws. */
export async function sendWebhook(webhook: Webhook): Promise<Answer> {
  const startedAt = performance.now();
  const took = () => Math.round(performance.now() - startedAt);
  try {
    const response = await fetch(webhook.url, {
      method: "POST",
      headers: webhook.headers,
      body: webhook.body,
      redirect: "manual",
      signal: AbortSignal.timeout(5000),
    });
    const text = await response.text();
    return { ...inWords(response.status, text), status: response.status, tookMs: took() };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    const words = timedOut ? "No answer within 5 seconds; the sender would try again" : "Laurel could not be reached";
    return { status: null, words, tone: "trouble", tookMs: took() };
  }
}

function inWords(status: number, text: string): Pick<Answer, "words" | "tone"> {
  if (status >= 200 && status < 300) {
    const repeated = /"(status|outcome)":"duplicate"/.test(text);
    return { words: repeated ? "Laurel took it; it had this one already" : "Laurel took it", tone: "good" };
  }
  const known: Record<number, string> = {
    401: "Laurel refused it: the signature is not right, and nothing was stored",
    404: "Laurel refused it: nobody lives at this address",
    413: "Laurel refused it: too large",
    422: "Laurel refused it: the event is not in the agreed form",
  };
  const words = known[status];
  if (words) return { words, tone: "refused" };
  return {
    words: status >= 500 ? "Laurel had a problem; the sender would try again" : "Laurel did not take it",
    tone: "trouble",
  };
}
