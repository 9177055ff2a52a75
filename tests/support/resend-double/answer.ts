/** What goes back over HTTP. */
export interface Answer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

/** An error in Resend's shape, https://resend.com/docs/api-reference/errors. */
export function failure(status: number, name: string, message: string, headers: Record<string, string> = {}): Answer {
  return { status, body: { statusCode: status, name, message }, headers };
}
