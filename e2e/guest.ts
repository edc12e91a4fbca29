/**
 * Becomes a guest the way a browser without JavaScript does: posts the landing page's form with a question. Answers the
 * cookie and the conversation the form led to.
 */
export async function becomeGuest(
  url: string,
  question = 'How do councils decide?',
): Promise<{ cookie: string; conversationId: string }> {
  const page = await (await fetch(url)).text()
  const form = new FormData()
  for (const [name, value] of hiddenFields(formWithQuestion(page))) form.append(name, value)
  form.set('question', question)
  form.set('council', 'quick')
  const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual', headers: { origin: url } })
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('lc_guest='))
  const conversationId = /\/c\/(cnv_\w+)/.exec(response.headers.get('location') ?? '')?.[1]
  if (!cookie || !conversationId) {
    throw new Error(`The form did not start a run: ${response.status} ${(await response.text()).slice(0, 500)}`)
  }
  return { cookie: cookie.split(';')[0] as string, conversationId }
}

function formWithQuestion(page: string): string {
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((html) => /<textarea[^>]*name="question"/.test(html))
  if (!form) throw new Error('The landing page has no form with a question.')
  return form
}

function hiddenFields(form: string): [string, string][] {
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, 'name'),
    attribute(input, 'value'),
  ])
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
