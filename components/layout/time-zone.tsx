'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { rememberPreference } from './preferences.ts'
import { TIME_ZONE_COOKIE } from './time-zone-cookie.ts'

/** Tells the server where the visitor's day begins, once, and again after a journey. */
export function RememberTimeZone({ known }: { known: string | undefined }) {
  const router = useRouter()
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    if (!timeZone || timeZone === known) return
    rememberPreference(TIME_ZONE_COOKIE, timeZone)
    // only where the cookie was taken: a browser that refuses it must not ask for ever
    if (document.cookie.includes(`${TIME_ZONE_COOKIE}=`)) router.refresh()
  }, [known, router])
  return null
}
