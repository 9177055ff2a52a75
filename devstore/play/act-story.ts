import { setTimeout as pause } from "node:timers/promises";
import type { Destination } from "../shopper/review-webhook";
import { sendWebhook } from "../shopper/send-webhook";
import type { Scene } from "./story";

/**
 * Lets one shopper do what the script says, step after step.
 * Returns a sentence for each webhook the app answered otherwise than it should.
 */
export async function actScene(scene: Scene, to: Destination): Promise<string[]> {
  const problems: string[] = [];
  for (const step of scene.steps(to, new Date())) {
    if ("pauseMs" in step) {
      await pause(step.pauseMs);
      continue;
    }
    const { status, words } = await sendWebhook(step.webhook);
    const isRight = step.answer === "taken" ? status !== null && status < 300 : status === 401;
    if (!isRight) problems.push(`${step.webhook.what}: ${status ?? "no answer"} (${words})`);
  }
  return problems;
}
