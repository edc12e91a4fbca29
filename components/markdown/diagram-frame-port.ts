/** Where Mermaid runs; docs/adr/0006-answers.md says why it is not this page. */
const FRAME = '/diagram/frame'
const LIMIT_MS = 20_000

type Asked = { source: string; config: unknown }
type Reply = { id: number; svg?: string; error?: string }

let asked = 0
let waiting = 0
let frame: Promise<{ port: MessagePort; element: HTMLIFrameElement }> | null = null

/** Asks the sandboxed frame for a drawing. The frame stands in the page only while something is drawn. */
export async function askFrame(request: Asked): Promise<string> {
  const id = ++asked
  waiting += 1
  try {
    frame ??= openFrame()
    return await within(frame.then(({ port }) => answerTo(port, id, request)))
  } catch (error) {
    // whatever hangs in it goes with it
    close()
    throw error
  } finally {
    waiting -= 1
    if (waiting === 0) close()
  }
}

function close(): void {
  void frame?.then(({ element }) => element.remove())
  frame = null
}

function answerTo(port: MessagePort, id: number, { source, config }: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    function listen({ data }: MessageEvent<Reply>) {
      if (data.id !== id) return
      port.removeEventListener('message', listen)
      if (typeof data.svg === 'string') resolve(data.svg)
      else reject(new Error(data.error ?? 'the diagram could not be drawn'))
    }
    port.addEventListener('message', listen)
    port.postMessage({ id, source, config })
  })
}

function openFrame(): Promise<{ port: MessagePort; element: HTMLIFrameElement }> {
  const element = document.createElement('iframe')
  element.setAttribute('sandbox', 'allow-scripts')
  element.setAttribute('aria-hidden', 'true')
  element.tabIndex = -1
  element.title = 'Diagram'
  element.src = FRAME
  // laid out, because labels are measured, but never seen
  element.style.cssText =
    'position:fixed;top:0;left:0;width:900px;height:600px;border:0;visibility:hidden;pointer-events:none'
  return new Promise((resolve) => {
    function listen(event: MessageEvent) {
      if (event.source !== element.contentWindow) return
      window.removeEventListener('message', listen)
      const { port1, port2 } = new MessageChannel()
      port1.start()
      // an origin of its own has no name to address it by; nothing but the port is sent
      element.contentWindow?.postMessage('draw', '*', [port2])
      resolve({ port: port1, element })
    }
    window.addEventListener('message', listen)
    document.body.append(element)
  })
}

function within<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('drawing takes too long')), LIMIT_MS)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
