export type Guest = { id: string; tenantId: string }

/** Who asks: guests of the browser, and the links that carry one to another device. */
export interface IdentityStore {
  createGuest(guest: Guest): Promise<void>
  getGuest(id: string): Promise<Guest | null>
  /** Makes sure the operator's tenant exists. */
  ensureTenant(tenantId: string): Promise<void>
  createDeviceLink(link: { tokenHash: string; guestId: string; path: string; ttlMs: number }): Promise<void>
  /** What the link leads to, without using it up; null when unknown, used or expired (database clock). */
  peekDeviceLink(tokenHash: string): Promise<{ path: string } | null>
  /** Uses the link up, exactly once. */
  redeemDeviceLink(tokenHash: string): Promise<{ guestId: string; path: string } | null>
}
