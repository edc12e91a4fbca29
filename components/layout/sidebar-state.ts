export const SIDEBAR_COOKIE = 'sidebar'

/** Whether the sidebar is unfolded, from the cookie's value; it is until somebody folds it. */
export function isSidebarOpen(value: string | undefined): boolean {
  return value !== 'closed'
}
