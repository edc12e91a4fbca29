/** Headers that procedures read, as people write them; oRPC sees them in lower case. */
export const HEADER_NAMES: Readonly<Record<string, string>> = {
  'idempotency-key': 'Idempotency-Key',
  'if-match': 'If-Match',
}
