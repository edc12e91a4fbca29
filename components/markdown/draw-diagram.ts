import { askFrame } from './diagram-frame-port.ts'

export type DrawnDiagram = { svg: string; title: string | null; width: number; height: number }

/** An image knows none of the page's fonts, so labels are measured in one that every system has. */
const FONT = 'ui-sans-serif, system-ui, sans-serif'
const MAX_CHARS = 20_000
const MAX_PIXELS = 4_000

/**
 * Draws Mermaid's source in the colours of the page. What comes back is shown as an image only: nothing of it is ever put
 * into the page, so whatever a model writes into a label can neither run nor load anything. Rejects what cannot be drawn.
 */
export async function drawDiagram(source: string): Promise<DrawnDiagram> {
  if (source.length > MAX_CHARS) throw new RangeError('a diagram of this length is not drawn')
  return asImage(await askFrame({ source, config: { ...SETTINGS, themeVariables: palette() } }))
}

const SETTINGS = {
  startOnLoad: false,
  securityLevel: 'strict',
  htmlLabels: false,
  suppressErrorRendering: true,
  maxTextSize: MAX_CHARS,
  maxEdges: 300,
  theme: 'base',
  fontFamily: FONT,
  logLevel: 'fatal',
  // what a diagram may not set by itself
  secure: [
    ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'suppressErrorRendering', 'maxEdges'],
    ...['htmlLabels', 'fontFamily', 'theme', 'themeCSS', 'themeVariables', 'logLevel'],
  ],
}

/** The colours of the page as they are now, read off an element: the library cannot read `light-dark()`. */
function palette(): Record<string, string | boolean> {
  const probe = document.body.appendChild(document.createElement('i'))
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const [bg = '', surface = '', sunken = '', ink = '', muted = '', line = ''] = COLOURS.map(colour)
  probe.remove()
  return {
    darkMode: isDark(bg),
    ...Object.fromEntries(['background', 'edgeLabelBackground'].map((name) => [name, bg])),
    ...Object.fromEntries(['primaryColor', 'mainBkg'].map((name) => [name, sunken])),
    ...Object.fromEntries(
      ['secondaryColor', 'tertiaryColor', 'clusterBkg', 'noteBkgColor'].map((name) => [name, surface]),
    ),
    ...Object.fromEntries(['primaryTextColor', 'textColor', 'noteTextColor'].map((name) => [name, ink])),
    ...Object.fromEntries(['primaryBorderColor', 'lineColor', 'nodeBorder'].map((name) => [name, muted])),
    ...Object.fromEntries(['clusterBorder', 'noteBorderColor'].map((name) => [name, line])),
  }
}

const COLOURS = ['bg', 'surface', 'sunken', 'ink', 'ink-2', 'line-strong']

function isDark(rgb: string): boolean {
  return Number(/\d+/.exec(rgb)?.[0] ?? 255) < 128
}

/** A drawing that stands by itself, with a size. Strings only: it is never made into elements of this page. */
function asImage(svg: string): DrawnDiagram {
  const [root = ''] = /<svg\b[^>]*>/.exec(svg) ?? []
  const box = /\bviewBox="([^"]*)"/.exec(root)?.[1] ?? ''
  const [, , width = 0, height = 0] = box.split(/[\s,]+/).map(Number)
  if (!(width > 0 && height > 0)) throw new Error('the drawing has no size')
  const scale = Math.min(1, MAX_PIXELS / Math.max(width, height))
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
  const bare = root.replace(/\s(?:width|height|style)="[^"]*"/g, '')
  const sized = bare.replace('<svg', `<svg width="${size.width}" height="${size.height}"`)
  const title = /<title[^>]*>([^<]+)</.exec(svg)?.[1]?.trim() ?? null
  return { svg: svg.replace(root, sized), title, ...size }
}
