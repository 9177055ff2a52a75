import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useRef, useState } from "react";
import { type FileChoice, fileChoiceQuery, NO_CHOICE } from "~/codes/files/file-choice";
import { LARGEST_FILE, TOO_LARGE } from "~/codes/upload-rules";
import { type Sentence, sentence } from "~/messages/sentence";
import { canBeChosen } from "./discount-choice";
import { type LookedAt, lookAtFile } from "./look-at-file";
import { type Sending, sendFile, type UploadAnswer } from "./send-file";

/** A file on its way into a coupon: picked, looked at, sent, answered. */
export interface CodeUploadState {
  file: File | null;
  /** How the picked file would be read; null while that is not known. */
  looked: Extract<LookedAt, { outcome: "previewed" }> | null;
  choice: FileChoice;
  isLooking: boolean;
  /** Bytes sent so far; null while nothing is being sent. */
  sent: number | null;
  answer: UploadAnswer | null;
  pick(file: File): void;
  choose(change: Partial<FileChoice>): void;
  putBack(): void;
  send(replace: boolean): Promise<void>;
  stop(): void;
}

const NO_ANSWER = sentence("codes.no_answer");

/** Holds what becomes of a file between the moment it is picked and the report on its lines. */
export function useCodeUpload(couponId: string): CodeUploadState {
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const [file, setFile] = useState<File | null>(null);
  const [looked, setLooked] = useState<CodeUploadState["looked"]>(null);
  const [choice, setChoice] = useState(NO_CHOICE);
  const [isLooking, setLooking] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [answer, setAnswer] = useState<UploadAnswer | null>(null);
  const sending = useRef<Sending | null>(null);
  const isSending = useRef(false);
  // Of two looks at once only the later one counts.
  const newest = useRef(0);

  const refuse = (problem: Sentence) => {
    setLooked(null);
    setAnswer({ problem, report: null });
  };
  const look = async (at: File, by: FileChoice) => {
    newest.current += 1;
    const mine = newest.current;
    setLooking(true);
    const found = await lookAtFile(couponId, at, by);
    if (mine !== newest.current) return;
    setLooking(false);
    if (found?.outcome !== "previewed") return refuse(found?.message ?? NO_ANSWER);
    setLooked(found);
    setChoice(by.discounts || !found.discounts ? by : { ...by, discounts: canBeChosen(found.discounts) });
  };
  return {
    ...{ file, looked, choice, isLooking, sent, answer },
    pick(picked) {
      setFile(picked);
      setLooked(null);
      setChoice(NO_CHOICE);
      setAnswer(null);
      if (picked.size > LARGEST_FILE) refuse(TOO_LARGE);
      else void look(picked, NO_CHOICE);
    },
    choose(change) {
      const changed = { ...choice, ...change };
      setChoice(changed);
      if (file && !("discounts" in change)) void look(file, changed);
    },
    putBack() {
      newest.current += 1;
      setLooking(false);
      setFile(null);
      setLooked(null);
    },
    async send(replace) {
      if (!file || isSending.current) return;
      isSending.current = true;
      const query = fileChoiceQuery(choice);
      if (replace) query.set("replace", "on");
      setSent(0);
      const token = await shopify.idToken();
      sending.current = sendFile(`/app/coupons/${couponId}/codes/upload?${query}`, file, token, setSent);
      setAnswer(await sending.current.answer);
      sending.current = null;
      isSending.current = false;
      setSent(null);
      setLooked(null);
      revalidate();
    },
    stop: () => sending.current?.stop(),
  };
}
