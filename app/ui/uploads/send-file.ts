import type { ImportReport } from "~/codes/import-report";
import type { NamedHolder } from "~/codes/name-code-holders.server";
import { type Sentence, sentence } from "~/messages/sentence";

/** What the app answers to an upload. */
export interface UploadAnswer {
  problem: Sentence | null;
  report: ImportReport | null;
  /** Which coupon has the code of a line that was not added for it, by the line's number. */
  holders?: Record<number, NamedHolder>;
}

/** A file that is being sent. */
export interface Sending {
  /** Never rejects: a lost connection is a problem in words. */
  answer: Promise<UploadAnswer>;
  stop(): void;
}

const BROKE_OFF = sentence("codes.upload_broke_off");
const STOPPED = sentence("codes.upload_stopped");
const SESSION_ENDED = sentence("codes.session_ended");

/**
 * Sends a file to an address of the app under a session token, and tells how many of its bytes are under way. By XMLHttpRequest,
 * which App Bridge does not sign: fetch does not say how much was sent.
 */
export function sendFile(url: string, file: File, token: string, onSent: (bytes: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<UploadAnswer>((resolve) => {
    const say = (problem: Sentence) => () => resolve({ problem, report: null });
    request.upload.onprogress = ({ loaded }) => onSent(Math.min(loaded, file.size));
    request.onerror = say(BROKE_OFF);
    request.onabort = say(STOPPED);
    request.onload = () => resolve(readAnswer(request) ?? { problem: BROKE_OFF, report: null });
  });
  const form = new FormData();
  form.append("file", file);
  request.open("POST", url);
  request.setRequestHeader("Authorization", `Bearer ${token}`);
  request.send(form);
  return { answer, stop: () => request.abort() };
}

function readAnswer({ status, responseText }: XMLHttpRequest): UploadAnswer | null {
  if (status === 401) return { problem: SESSION_ENDED, report: null };
  try {
    const answer: UploadAnswer = JSON.parse(responseText);
    return "problem" in answer ? answer : null;
  } catch {
    return null;
  }
}
