/** One spelling per address: NFC, trimmed, lower case. Null where it cannot be an e-mail address. */
export function normaliseEmail(value: string): string | null {
  const email = value.normalize('NFC').trim().toLowerCase();
  if (email.length > 254) return null;
  return /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]{2,}$/.test(email) ? email : null;
}
